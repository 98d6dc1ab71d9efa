"""The benchmark of waits runs on a site as it is: what it clicks and reads is still there."""

from conftest import ROOT


def test_every_wait_of_a_reader_can_be_measured(browser, site_public, monkeypatch):
    """Lists, filters, the network and the search are each waited for, and each gives a number of milliseconds."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import browsing

    page = browser.new_page()
    server = browsing.open_server(site_public, "127.0.0.1", 0)
    browsing.threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(browsing, "TRIES", 1)
    waits = dict(browsing.waits_of(page, f"http://127.0.0.1:{server.server_address[1]}/"))
    server.shutdown()
    server.server_close()
    page.close()
    assert len(waits) == 5
    assert all(0 <= wait < 30_000 for found in waits.values() for wait in found)


def test_cards_beyond_a_dozen_are_folded(visit, public):
    """A theme shows a dozen of its articles; a link to another opens the fold, with and without scripts."""
    for scripts in (True, False):
        page = visit(java_script_enabled=scripts)
        page.goto(f"{public}themes/islamic-nato/")
        cards = page.locator("#articles ~ .dw-cards .dw-card, #articles ~ .dw-further .dw-card")
        idents = cards.evaluate_all("all => all.map((card) => card.id)")
        assert len(idents) > 30
        assert page.locator("#articles ~ .dw-cards .dw-card").count() == 12
        assert not page.locator(f"#{idents[-1]}").is_visible()
        page.goto(f"{public}themes/islamic-nato/#{idents[-1]}")
        page.locator(f"#{idents[-1]}").wait_for()
        assert page.locator(f"#{idents[-1]}").is_visible()
