"""An EPUB as reading systems see it: its package, its files, its text in the order of reading. Read by code that shares nothing with the writer."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urlsplit

from lxml import etree

NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "s": "http://www.w3.org/2000/svg",
}
TYPE = f"{{{NAMES['epub']}}}type"


@dataclass(frozen=True)
class Opened:
    """An EPUB file."""

    data: bytes

    @cached_property
    def zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.data))

    @cached_property
    def package(self) -> etree._Element:
        container = etree.fromstring(self.zip.read("META-INF/container.xml"))
        return etree.fromstring(self.zip.read(str(one(container, ".//c:rootfile").get("full-path"))))

    @property
    def items(self) -> dict[str, etree._Element]:
        """Entries of the manifest by their names."""
        return {item.get("href", ""): item for item in self.package.findall("o:manifest/o:item", NAMES)}

    @property
    def reading(self) -> list[str]:
        """Names of the files in the order of reading."""
        names = {item.get("id", ""): name for name, item in self.items.items()}
        return [names[row.get("idref", "")] for row in self.package.findall("o:spine/o:itemref", NAMES)]

    @property
    def contents(self) -> str:
        """Name of the file with contents and landmarks."""
        return next(name for name, item in self.items.items() if "nav" in item.get("properties", "").split())

    def page(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(posixpath.join("EPUB", name)))

    def metadata(self, tag: str) -> list[str]:
        """Texts of elements such as `dc:title`."""
        return [row.text or "" for row in self.package.findall(f"o:metadata/{tag}", NAMES)]

    def properties(self, name: str) -> list[str]:
        """Texts of `meta` elements with a property such as `dcterms:modified`."""
        return [row.text or "" for row in self.package.findall(f"o:metadata/o:meta[@property='{name}']", NAMES)]

    def listed(self) -> list[tuple[str, str]]:
        """Address and text of each line of the contents."""
        nav = one(self.page(self.contents), f".//h:nav[@{TYPE}='toc']")
        return [(link.get("href", ""), text_of(link)) for link in nav.iterfind(".//h:a", NAMES)]

    def faults(self) -> list[str]:
        """Links to nowhere, ids that stand twice, and whatever would be fetched or run."""
        ids = {
            name: [str(row.get("id")) for row in self.page(name).iter("*") if row.get("id")] for name in self.reading
        }
        found = [f"{name}: an id stands twice" for name, given in ids.items() if len(given) != len(set(given))]
        for name in self.reading:
            for element in self.page(name).iter("*"):
                found += [f"{name}: {fault}" for fault in self._of(element, name, ids)]
        return found

    def _of(self, element: etree._Element, name: str, ids: dict[str, list[str]]) -> list[str]:
        tag = etree.QName(element).localname
        if tag in ("script", "iframe", "object", "form") or any(str(key).startswith("on") for key in element.attrib):
            return [f"<{tag}> may run"]
        given = [element.get(key, "") for key in ("src", "poster", "data") if element.get(key)]
        if tag == "link":
            given.append(element.get("href", ""))
        bad = [f"{address} is fetched" for address in given if address not in self.items]
        if tag == "a" and not urlsplit(element.get("href", "")).scheme:
            target, anchor = urldefrag(element.get("href", ""))
            if (anchor and anchor not in ids.get(target or name, [])) or (not anchor and target not in ids):
                bad.append(f"{element.get('href')} leads nowhere")
        return bad


def one(element: etree._Element, path: str) -> etree._Element:
    """The first element of a path, which must be there."""
    found = element.find(path, NAMES)
    assert found is not None, path
    return found


def text_of(element: etree._Element) -> str:
    """The text of an element with white space as a reader sees it."""
    return " ".join("".join(map(str, element.itertext())).split())
