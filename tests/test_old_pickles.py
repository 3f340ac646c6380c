"""What was pickled or cached before the package had rooms still loads: people keep corpora in files."""

from __future__ import annotations

import base64
import io
import json
import pickle
import zlib

import pytest

import ofsted
from ofsted.model.parts import every_section
from ofsted.reading.cache import pack, unpack
from ofsted.showing.hit_frame import HitFrame
from tests.invented import printed_ilacs

# Made by version 0.1.0 when all its modules lay in one folder: objects of every kind that holds what was read.
PICKLED = """
eNrlWmuMG9UVXnu99q6zJGFJIhBCGalF3YQlWe+u95VAoavNA2OTJlRUqSzneny9dya2x8wjm/2BBG0JRbp9pBmEmorSh9SWKhVCSAFVAkpp+VG1
P/hVqWorVPUH/V2JPn71nHNnxg9s54H5UXW9M3fmPs4599xzzv3uvfNk4rn9+0fo7wl/WiZt3rRs15e3WFXH5ZUD4ft4yeaOa9ncv+RjxYmqzep8
07LP+nLMqDHdgdQ13Br35aHjDafJddewGppV1QqWXbVqZ7WapbOaxjxXWLbhbmm6MGoVmzf++uR3HM3h9jlD50BlwuZVDtk69wtyoumVa4YjuI0v
UVsSIdEACXyZCuj7ctSzGyDF8uxCZhnya6ykWxWoMboytwg92HCcIGNiPTOLf3OzPvZ4AwT15Y515rgo73pjo8YaFd+TU0bUkVKT24ZVcfwi8R5z
XIZqSc/Nzi3cO7t072wG+HBo1crKzPkea/WgAj3YXuOsUgqoWjaSEtvl9pPWJmtoxxvneAN07suEbaEe7zhmOFqemaD4LVLS8aihJ9MRlUCmHoTE
pwbSAOFYBUbAcTjqeqxq6Z4DD2nTq2zwOtBA0tPY39GzfMuXtxr1JtPdklUtYUe4TYMuOA5DOsgRRhMya6zMa7489qjgmmqEmg2qaGAXjqUbYA1o
QFrThnIYfG3TcEVkFhqMgVZldaNmoFmMbdgMxy6xYVmgolTTNgJlHaWMMUe3mtiNpGN5NhgPSMbKqMZEk21gQcJpsgZ2KPdS7kPuocoOytsErzVL
wKrUtC1XjbUvMn3y5+U69oifR2tAE3VISqiygWrEPkbibwpLa3Be0ZBSWC2ilBWLYimQXawUxKo4JA4XxH0o3j/zD8ZC+VJGo6QzcDuQKaEe5uXs
dQthNDTVaAC//Odi+c2I4STWx+E9h8MLXLsy5uXMNblDAy1qMIjz+Vj+pYjzbgsasFqtxKtVVBMYMRBEEVJBCXLf/Yh61rpqDWLzs1j+18CGy3FH
6T9045QAizQaG2j9NX4OTDY3IrKFqOG7sfxfYlymm8xmYH9NETZMNrx6mYJS4qyBXj8RVQGDc/l5iA23FyxXAHFUCTw4Gvy7tscP+EBfTtQg3JSU
abYz85h4TDmdOC33PCaYS1YETS30JBtU8VlffCkXa5fz/Vj+wxgXRRUIzhQEkwnD5XVf6PIOHK7HPVbDmAuiGBQdQAkkh+ABiX/F8rfFA+6e4j48
71XywgiFAu+O5/V4S2AoZaIMwo7ngYfmNTtl4/F8s0u2Yflht2B2PP9Gu2DxgYK9Fc//tkuwm/DNbhl+F8/HR9tkGB0oQ2I0v2O0U4Yb9NBu/reO
5tfa+ScG8l8fzZ+I+EMqd9hct+owfVRYm69dwxJXwCNco84dwAjoEWDD/c1fpiOMgNQjwUMbluNVcEpwPUdhFceFuhsuea+cqnPuOgBnHvcMO5rl
5G5QCXNKVcsuVTASWE0swpKdMNUQ6iixKHh4MkmzCzWdqFqW2wCborddTZufMyzPKbXQAxXcFhV0zK8yaTiOx8PIklAQJdmwSgQnxqoGr0HaCl0y
BWpyMHDIR1GjEUT6jKOhFBBsQGvQGFCVpwuNaQrEaZuMKmhVy2tUVqEaVIVIpdXZllbmmu6hm1fV6N5XgBFdJYGazBU4r4Jq6szFkDKGYcuhuVaw
uSyAqweys9nFzEK2vFJeylRnlxcXqnOziwsLenYhu6wvZKuLvFpe0eeyS0tzZTarV/WFTHWpsrJYmVvOzM1nMIKCKBhKAJkUPO+LXxgdGfkYODKd
bmsMhsidVS2DRpSZ0x7yalsaorR0+mGIaVqEpFa1TgA1o/VFT+n0Q+EgThxFZJIeVrCcwCksPZTwdoOkgoB0na3aQohq0XNiVkXpflNhOt3bxdPp
e7W+0SI9NF2vahskXuaAFsa29HBUH1KeuynKwUiEROZviEjbwIQEFtoI+Bf8kz66sK3gvZwMlnp1CDyA2ZOnkLQD6zwoFG/LicjQIWvfU5hbQAR9
wRdv9lwRdKwEhrgCCJektBDAFQH5HQglFp/GLinsVxCHeFm8GwqKWJok7Qno++QOC1y811MmhbdJqAjdB9j+ZtBDHyYErYlJJ4Dvfr1BrNCHGyFs
4tYHxbcwfF8E30Gai4Nop+IdmN7flqlTgUojC1RoGTkWciMFqjRxIoLgvaqJ8gBEXuBlhrymxT/CloSpqUv9YEguhoz/HTYg9KFY1QdhnZCXOI09
BC1GLAkVE8vhuQ1gu/fapSQsjTygoNwG6fpLRZCYpBqSX3SLRCiaRIpfp0iEkEmkG3eYbu6En4n76HVyJ3xM3G/Mebo5E3ImzomBnHn4wNRD4BTb
T3bg7DajjyxxoBkWCn0tu0jMzhAzcKwHo323kEfbrlu436Z22dq31j6yo8bLJHjyBO2ltYiNI0BD9A9xEB+hZC2R+iAV8zGwm6djIyP0PknvIBqR
GTuOuLlFJYLMbVD5kwHIBRoh6MgptdUUaV7oBfELKISy8SPhEiQsLfrqBwMqk7plN722SS18T66pB2pUoK2GUnmrZFRgcSAn21E2DK8jt5UqXrNm
6CxYfKRK3LbVlqAcYwealaovtxWsR6EX61gACoYVVsN/xodFEixQKvw8x0WSKD57oSWMw5mtC6BwHCsoJDAgeA6ysjazvuYjx9F15FipwTdp5SZm
2qWiHWecSdasmldvdOqIukKbeyPhj8tEydpsEKGD2INeYKU3AGjNy12zZZ/ZjYsMMuhAPr0pJ3qSjSZHLuaR0BBR05Bi9k0E2huMjv1wARcr6Fr4
x0UWp+jF8MfFEmor2AEekHCxig0PhT8uDkc0cecY9xxoAFtLdt98C8JO143L8ablGFSubC2Wi+dGcwnu0QkJRhFlubFit7sykYSwlWJisth2aMHE
zmIUQ5nYU+wRNpm4s9h51MDEXcXOkwYm9hb9AhNX6T5VDOIxE7uKHUGZyYS71eS077AGYQ5iOvPkGG5iBoILXSRlOjreAWA2CVk74doj5sWdQYQW
d5l/BoWIvSq5CsUHoTgjk3QegBvFkLUCVxZ+S5CuypTamYeyw3JMR+a++Qa0lkkaAcc3f4mKfh8JTkGLXUI3/4Av857YLma8C36Z4pR5GTID1zdf
gOcOtwfHN1+MqeOsVDATUHDuv530/+huXJwhF4gsWDB0kbKow0U/LnTIMb+OY/INvH0Tb9/C20W8fRsdouVI4J289UxD2eEiuTHumb/Chu/g7Y9q
iJS9mX/CYe6wM2VXH7Ey8wN80MUZZSaM6MC7Lg6rHE7JQEsqoiUpWcAj32QwawabeWQzoRv3MLPcCAttS4wXP+ZJJxMakOg+s2OtyQCEW2QiTR69
je776X4P3V+DYp2J1+nlbpAtxsQMJGMMd25zSSYuqszLJLe4Qm9DGAIxDpcGGh2NQ0ZWpOF1G1z74boHrtdkSm0VgqO/rsbgbpXMqKSokosquayS
K31Gy/wPPJHrz5jfVa3/ploPHp4zpBew4EHohOHcAtWeo/tpqNwvRjA0dKjzPN4D4wZ2w1DnGTJfFSyfg+t0y5ifB00MsuSLpJjLPVQR6QGxso57
5EU/EHsYMoNVtTndQBkvk4xXrjFcLxdbe95MvFJsR/FMvFr8pKB8MK7DHdGXofAVuF69Pg1doXiEN5nSA2yrbH1S7oi+w9gw4AEA/PaHMboMXJLd
1OKsR06IECik79s3DWTms0hsFkkuL9F9fpbIr+Dz8iI+z89TDtZcXslQ/pLvIhVYGWXFe+L3cuJI9PnIJQBFCPwB6Scf98JTlBD0Bzky/Xl8WBNc
Pxv12CxCAJITWNK5ApZTa9HsDFOew6q4Skkfb30xUchN5T59AZZiMsnKDu5tFgpF/+hI8AfLO5ni53VuN10/GgN+zqjQdylyGy2ogvLWAvQwmtj9
QHxcPjzMowVf5od6uuDLV/8HDxj8r4H9yIQwcG5+FnFj4hg+k/5lMlr4TkfGE2SZX4HKl3zzy9imhqGAzq80YdUqECQoMMyALmtbWtPQXQ8k0KaZ
hgvlfQe0k15De2TtJOragHhi2OAk0zDBgfCs3qxxzdLt+hastPfNYJhpAHHbUYHpAO21YwS5qpgn8YwR1xZPgOV6ZdWLyRPMBc9uqAX6JV/GpuE6
D8HoGdVappqqhm9+FdqZT+Ht6XgQVXJIqIaecMt6YKAhJcV0FntcNWpBsKS1O4ZHGw20alt1UHUDYyXERUfgirlTasVPksQcILVXrzN7CwJRuFsQ
ZqROBU80IkggKVJyjDmw4o52cf4eU7s6+JHTZng2vNNcRywxZR7BZJd5FJM95jHqlWJTCr7TMo+jNBg8zYew1qS5hhmERRZhJQGhgD5i6v0Bz2Lb
BzWL3Z+2LMrbg0Jq11FY6LV7AGvQOzvWZeKujkWZ2FuQE62vvcw4Cnm4IK7kYuJqQcTM3+D4pBvc2BBlWBs5fi4tb229qoPiCliC3NOWa3kudJN2
l7BoR1sRfRwFeXvb8oKTbqcUgBk6yoE6u9vqGA3oEWAkWNlBSbsIwWlLwWPmfXE1HYZzYDCT4VxovoBdmw8mNfN7+BYCRPNFlXxfJT9QyQ9V8iOF
IXtNpeaPiQqevwfn5tFnQFk5FWW2PkSkGVreEpXQQpVIyYkKaCD8iMv8STyYjM2fhk99FaxKP6JjlX1NNatqfTStRPg59TLEvwHwQxQBqMPzEBLU
mOPwzrM6gjUwpR3BlOZSDBxhabNmuXhAdoJSiAMUHradgKh3QgU4zHwAM0MnxqCF3aWDQYfK76dy/JKixNrQBvcO/BdplmzJ
"""
# And the same report as the cache kept it.
PACKED = """
eNqtV81u3DYQNtBTBPQdCF16UQyJ+vVeegpSB00DFC16CAyBK1ErxlpRISk7hmGgtz5DH6Lnvk+fpDP6t7MbrBMZBmyRnOF833wccmShDc/PvL/O
zs7+/f6s+/n9u/6vffXPi3u7Yaa0N3VbVY5dSLVnxt7Yhn8ytgNzO67HSV0yGkYwGbph5AXh9mIbe4WbREFB3SgIsjAIkywIi4gX24uMhnFMt8zN
iizwiji/iHKaeNT3cnAM7hXLjFS984d7u1Bsz2+luoYNRMUyDauMMBWH78taNzwzQtZEFuQXqQpZXZNKZqwirDWlVMLckawUVa54/d+ff2uiuboR
GUcvihcchjM+AmnabSV0ydU4MPmwN/d2DXHAnsMuYN+qGr4TN/AS+KpYmskcV1zQCL53Wo8DrzwXf6jbbbqDcHGQaYNRv6p3Fatz+8GxxQQnbbgS
MgeK39/b2jCF3FOXBi/d+KXrIVFgMg951H64mgHkI4CKszwd3CKnE4pf5S2ryWV9w2uQAcYlO0Z/Epq8ZR+4NncdXZeT7RyfVH1cX+8KQmU5pERr
zmeJZe0kqQ9tvuN7cNjvdM3vMPv7BqSRyiJFWFx1Sih5F8QwUoqmS8WWVzD4W8lJb4RED0sIiEXLTIBEUFWkQb2BIsitMOWkFQIpIQXbi0p0Wtkp
1qVyJyVCbJTowG7s1/2AzmQzQdGyVagq27AtUNEfl2myYZD+91504dAgunpwRnglr5oUtk0bJU0vgwXAw7NLpPwTigb1rLvoYeEOKUbsE6zbUpKa
85ygv3HZ7G91mDSIHZ96C5iiTjOm+ALa8PlsLKImg+nqYfuUOn4cLsLGnVB3N49192T4ZAxgRmaz9eOPIyegy/glbMWqKuVFgdmGwwqhLIAM8wsM
7/oR8tRi9WADCsGG9ArLgu6l2B/7Ek6sqHdzMbvBwNwphKFqH/AYBk4QJ1gRmWKwuimHktXut3N5vxZdEZ3WIB14v2GRNyXsjKmCfzSBX6Nafv4E
QAU1PP3C/scR2X+UzHQnETxLrFIKMvCjPaH0TkCZuE7o0hNRCsP3M0AU6MeWVXg/AkjRVW8I81SEoRs4oe89RdgJbga5YgH+jJZJfweC830n8rzj
xHhfyv1bcE/a5lQmIg82o8EJTKxRoJ9DQwTnKna/QANdkYbY9Z3YW42GubY/B3HsAeLYPY7YXxNxTJ048b8V8eOb4Flok9BJ/PA42mBFtIkfO0mQ
fI62G1E8k3t4r+VsrnUnVJpHV4URe67h5T4NPC5jJ5TO6UHfRXa4NCzqVgHcgEeNz2JtwHBnysFyz7nRqeIfW6Gmdyi+WhVnOoVuKM0xUbLBuWEz
eLBjq5CypRT6e2+wLqQ0NRzmMTzFb4RsdTq/+5/OPHoHw4TQuuU9vUNvUcsUWwFEwytM9ZQcRKF1R0GXhKm7+UETjAJuNuARjKEparOSMKJ4I5Uh
t6xbQArZ1vkGlsFSyCXZszuy5SRrsZoX5wdF2TVtVw/f0JhZ1sIY9MT1hniYaI+SN211R7DnsayfQQ5kakg25HEX4pCj3YdlvRlJffEaz5i11i31
Ah9A1iqV/pmuhmp5otWi4vQWB196/ZR17CVkWYePoWW9JEePvLUa1xuy68LzzslYyKx1qB8906/yPGRidOI/y8kiMaODYOHgf3NM+EU=
"""


def plain(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


@pytest.fixture(scope="module")
def report() -> ofsted.Report:
    """The report that was pickled, as it is read today."""
    return printed_ilacs("Norfolk", "1 to 12 July 2024", "Good")


def test_old_pickles_load(report: ofsted.Report) -> None:
    kept = pickle.loads(plain(PICKLED))
    assert type(kept["report"]) is ofsted.Report
    assert kept["report"].text == report.text
    assert kept["report"].judgements == report.judgements == kept["parts"][0]
    assert kept["parts"][2:4] == [report.recommendations, report.authority]
    old, new = ([s.heading for s in every_section(sections)] for sections in (kept["parts"][1], report.sections))
    assert old == new  # what hung below the first of them stands beside it now
    assert kept["parts"][0][0].evidence == report.judgements[0].evidence
    assert kept["grade"] == (ofsted.Grade.GOOD, ofsted.Framework.ILACS)
    assert kept["authority"].name == "Norfolk"
    assert kept["excerpt"] == report.judgements[0].show()
    assert kept["quotes"][0].status == "absent"
    assert kept["hits"] == []
    assert str(kept["errors"][0]) == str(ofsted.NoTextError("a.pdf"))
    assert [type(error) for error in kept["errors"][1:]] == [ofsted.PatternError, ofsted.EvidenceError]
    assert kept["classes"][:1] + kept["classes"][2:] == [
        HitFrame,
        ofsted.PagePicture,
        ofsted.LocalAuthority,
        ofsted.parse,
        ofsted.find_authority,
    ]


def test_an_old_corpus_still_works(report: ofsted.Report) -> None:
    kept = pickle.loads(plain(PICKLED))
    assert [r.id for r in kept["corpus"]] == [report.id]
    assert kept["columns"].column("grade") == ["good"] * 5
    assert len(kept["corpus"].table("errors")) == 1
    assert kept["summary"].rows[0]["overall"] == "good"
    pytest.importorskip("pandas")
    assert list(kept["corpus"].search("quality of invention")["authority"]) == ["Norfolk"]
    assert list(kept["summary"].to_frame()["authority"]) == ["Norfolk"]
    assert "Norfolk" in kept["summary"]._repr_html_()
    with pytest.warns(UserWarning, match=r"a\.pdf \(the file could not be read\)"):
        assert list(kept["corpus"].compare()["overall"]) == ["good"]
    assert kept["corpus"].issues()["about"].isna().all()
    assert list(kept["corpus"].judgements()["doubts"].isna()) == [True] * 5


def test_the_json_of_an_old_report_has_every_key_of_today() -> None:
    kept = pickle.loads(plain(PICKLED))["report"]
    assert json.loads(kept.to_json()) == kept.to_dict()
    assert kept.to_dict().keys() == ofsted.schema()["properties"].keys()
    assert [issue["about"] for issue in kept.to_dict()["issues"]] == [[]] * len(kept.issues)


def test_an_old_cache_entry_loads(report: ofsted.Report) -> None:
    readout = unpack(plain(PACKED), None)
    kept = ofsted.Report(readout)
    assert kept.judgements == report.judgements
    assert kept.text == report.text
    assert kept.theme is None
    assert pack(readout) == plain(PACKED)


def test_a_report_is_pickled_as_plain_data(report: ofsted.Report) -> None:
    """And one function, so that its pickles outlive any change within the package."""

    names = []

    class Named(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> object:
            names.append(f"{module}.{name}")
            return super().find_class(module, name)

    assert Named(io.BytesIO(pickle.dumps(report))).load() == report
    assert names == ["ofsted.report._restore"]
