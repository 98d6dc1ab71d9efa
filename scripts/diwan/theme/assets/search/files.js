/* The files of the index: fetched once, inflated, read number by number (diwan/search/chunks.py). */

const ROOT = new URL("../../search/", import.meta.url);

/** A file of the index is not there: the site has been published anew since this page was loaded. */
export class Outdated extends Error {}

/** What was fetched so far, for those who measure. */
export const traffic = { files: 0, bytes: 0 };

export class Files {
  #folder;
  #kept = new Map();

  static async open() {
    const answer = await fetch(new URL("index.json", ROOT), { cache: "no-cache" });
    if (!answer.ok) throw new Outdated("index.json");
    const { form, folder } = await answer.json();
    if (form !== 3) throw new Outdated("index.json");
    return new Files(new URL(`${folder}/`, ROOT));
  }

  constructor(folder) {
    this.#folder = folder;
  }

  /** Return the bytes of a file, fetching it the first time. */
  bytes(name) {
    if (!this.#kept.has(name)) this.#kept.set(name, this.#fetch(name));
    return this.#kept.get(name);
  }

  async json(name) {
    return JSON.parse(new TextDecoder().decode(await this.bytes(name)));
  }

  async #fetch(name) {
    let answer;
    try {
      answer = await fetch(new URL(name, this.#folder));
    } catch (error) {
      this.#kept.delete(name);
      throw error;
    }
    if (!answer.ok) throw new Outdated(name);
    const packed = await answer.blob();
    traffic.files += 1;
    traffic.bytes += packed.size;
    const stream = packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
}

const decoder = new TextDecoder();

/** Reads numbers and texts from bytes. */
export class Reader {
  constructor(bytes, place = 0) {
    this.bytes = bytes;
    this.place = place;
  }

  number() {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.place++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  text(before = "") {
    const shared = this.number();
    return before.slice(0, shared) + this.letters(this.number());
  }

  letters(length) {
    return decoder.decode(this.bytes.subarray(this.place, (this.place += length)));
  }

  numbers(count) {
    return Array.from({ length: count }, () => this.number());
  }
}

/** Records in chunks: *firsts* has the number of the first record of each chunk. */
export class Shelf {
  #opened = new Map();

  constructor(files, name, firsts) {
    this.files = files;
    this.name = name;
    this.firsts = firsts;
  }

  /** Return the bytes of a record. */
  async record(number) {
    const chunk = lastNotAfter(this.firsts, number);
    if (!this.#opened.has(chunk)) this.#opened.set(chunk, this.files.bytes(`${this.name}/${chunk}.bin`).then(records));
    return (await this.#opened.get(chunk))[number - this.firsts[chunk]];
  }
}

function records(bytes) {
  const reader = new Reader(bytes);
  return cut(bytes, reader.numbers(reader.number()), reader.place);
}

function cut(bytes, lengths, start) {
  return lengths.map((length) => bytes.subarray(start, (start += length)));
}

/** Places: a record for each segment of a class; *firsts* and *segments* say with which of them each chunk begins. */
export class PlacesShelf {
  #opened = new Map();

  constructor(files, name, firsts, segments) {
    Object.assign(this, { files, name, firsts, segments });
  }

  /** Return the bytes of a segment of a class. */
  async record(number, segment) {
    let chunk = lastNotAfter(this.firsts, number);
    while (this.firsts[chunk] === number && this.segments[chunk] > segment) chunk -= 1;
    if (!this.#opened.has(chunk)) this.#opened.set(chunk, this.#open(chunk));
    return (await this.#opened.get(chunk)).get(`${number} ${segment}`);
  }

  async #open(chunk) {
    const bytes = await this.files.bytes(`${this.name}/${chunk}.bin`);
    const reader = new Reader(bytes);
    const size = reader.number();
    const lengths = reader.numbers(size);
    const steps = reader.numbers(size);
    const found = new Map();
    let number = this.firsts[chunk];
    let segment = this.segments[chunk];
    cut(bytes, lengths, reader.place).forEach((record, row) => {
      if (steps[row]) [number, segment] = [number + steps[row], 0];
      found.set(`${number} ${segment}`, record);
      segment += 1;
    });
    return found;
  }
}

/** Return the numbers that the steps in *deltas* lead to. */
export function sums(deltas) {
  let sum = 0;
  return deltas.map((delta) => (sum += delta));
}

/** Return the place of the last of ascending *values* that is not after *wanted*; 0 if all are. */
export function lastNotAfter(values, wanted) {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
