"""Web archives of Safari: the page in a property list, with the address it was saved from."""

import plistlib

import pytest

from diwan.documents.convert import document_of_bytes

TEXT = "The keeper of the harbour light climbs two hundred steps every evening, and has never been late."
PAGE = f"<!DOCTYPE html><html><body><article><h1>A light</h1><p>{TEXT}</p><p>Élan, {TEXT}</p></article></body></html>"


def archive(page=PAGE, charset="UTF-8", address="https://quay.example/light", form=plistlib.FMT_BINARY):
    """Return the bytes of an archive."""
    main = {
        "WebResourceData": page.encode("cp1252" if charset == "iso-8859-1" else "utf-8"),
        "WebResourceTextEncodingName": charset,
        "WebResourceURL": address,
    }
    others = [{"WebResourceData": b"<html><body><p>A frame of its own.</p></body></html>"}]
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": others}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("charset", ["UTF-8", "iso-8859-1", "no-such-name", ""])
def test_the_page_is_read_in_the_encoding_that_the_archive_names(form, charset):
    """Where that is none or does not fit, the page tells it; nothing else that the archive holds is text."""
    document = document_of_bytes(archive(charset=charset, form=form), "page.webarchive").value
    assert [block.text for block in document.blocks] == ["A light", TEXT, f"Élan, {TEXT}"]
    assert (document.title, document.url) == ("A light", "https://quay.example/light")


def test_an_address_that_is_none_of_the_web_is_left_out():
    """A page may have been saved from the disk."""
    assert document_of_bytes(archive(address="file:///light.html"), "page.webarchive").value.url is None


@pytest.mark.parametrize(
    "data", [archive()[:200], plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}})]
)
def test_an_archive_without_its_page_is_said_to_be_broken(data):
    """And how to get one that is whole."""
    (problem,) = document_of_bytes(data, "page.webarchive").problems
    assert problem.code == "source-damaged"
    assert "Safari" in problem.mend
