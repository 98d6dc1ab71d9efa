"""Search: from an edition to an index of small files, which the reader's browser searches without a server.

The index is made in steps, each in a module of its own: `matter` takes articles into words (`batches`) and into what is
shown of them (`fragments`), `vocabulary` puts the words of all articles into classes, `postings` says where each class
stands, `bundle` writes it all into chunks. `docs/project/search.md` describes the files. The browser's half is in `theme/assets/search/`.
"""
