"""The web application: every address, and the job of a worker that answers it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import GraphError
from kg.serve.answer import Answer, RefusalError, refused
from kg.serve.html import STATIC
from kg.serve.media import HTML, RESULT_TYPES, accepts
from kg.serve.protocol import POSTED, sparql_parameters
from kg.serve.shield import Shield

if TYPE_CHECKING:
    from kg.serve.pool import Pool

__all__ = ["Site", "make_application"]

_WARM = 2
_PATIENCE = 0.5
"""Seconds after which it is worth looking whether the client is still there."""
_PAGE_SECONDS, _MAP_SECONDS = 60.0, 600.0
"""Our own pages ask bounded questions; only what a client asks has the limit that the user set."""
_BAD = 400
"""Statuses from here on are refusals."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the application is told.

    pool: the workers. top: nodes on the map at most. hosts, origins: as for :class:`kg.serve.shield.Shield`.
    """

    pool: Pool
    top: int
    hosts: tuple[str, ...]
    origins: tuple[str, ...]


def make_application(site: Site) -> Starlette:
    """The application for one graph."""
    pages = _Pages(site)
    middleware = [Middleware(Shield, hosts=site.hosts, origins=site.origins)]
    if site.origins:
        methods = ["GET", "HEAD", "POST"]
        middleware.append(
            Middleware(CORSMiddleware, allow_origins=site.origins, allow_methods=methods, allow_headers=["*"])
        )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.pool.warm(_WARM)
        try:
            yield
        finally:
            await site.pool.close()

    return Starlette(
        routes=[
            Route("/", pages.overview),
            Route("/sparql", pages.sparql, methods=["GET", "POST", "OPTIONS"]),
            Route("/map", pages.map),
            Route("/search", pages.search),
            Route("/claims", pages.table),
            Route("/figures", pages.table),
            Route("/claims.csv", pages.table_csv),
            Route("/figures.csv", pages.table_csv),
            Route("/ask", pages.ask),
            Route("/questions/{name}.rq", pages.bound_question),
            Route("/resource", pages.resource),
            Mount("/_static", StaticFiles(directory=STATIC)),
            Route("/{path:path}", pages.document),
        ],
        middleware=middleware,
        lifespan=lifespan,
    )


class _Pages:
    """The handlers: each turns a request into a job and the job's answer into a response."""

    def __init__(self, site: Site) -> None:
        self._pool = site.pool
        self._site = site
        # it takes a while and never changes: drawn once
        self._map: Answer | None = None
        self._drawing = asyncio.Lock()

    async def sparql(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(
                status_code=204,
                headers={"allow": "GET, HEAD, OPTIONS, POST", "accept-post": ", ".join(POSTED)},
            )
        try:
            found = await sparql_parameters(request)
        except RefusalError as refusal:
            return _response(refused(refusal.status, str(refusal)))
        accept = request.headers.get("accept", "")
        if accepts(accept, HTML, above=list(RESULT_TYPES)):
            return RedirectResponse(f"/ask?{request.url.query}" if found else "/ask", 303)
        if found is None:
            address = f"{request.url.scheme}://{request.headers.get('host', '')}/sparql"
            return await self._answered(request, job="describe_service", address=address, accept=accept)
        answer = await self._have(
            request,
            seconds=None,
            job="query",
            text=found["query"][0],
            default_graphs=found.get("default-graph-uri", []),
            named_graphs=found.get("named-graph-uri", []),
            accept=accept,
        )
        return _response(answer, {"vary": "Accept"})

    async def overview(self, request: Request) -> Response:
        return await self._page(request, job="overview")

    async def search(self, request: Request) -> Response:
        return await self._page(request, job="search", words=request.query_params.get("q", "")[:200])

    async def ask(self, request: Request) -> Response:
        return await self._page(request, job="ask")

    async def table(self, request: Request) -> Response:
        name = request.url.path.strip("/")
        return await self._page(request, job="table", name=name, parameters=dict(request.query_params))

    async def table_csv(self, request: Request) -> Response:
        name = request.url.path.strip("/").removesuffix(".csv")
        address = f"{request.url.scheme}://{request.headers.get('host', '')}"
        parameters = dict(request.query_params)
        return await self._page(request, job="table_csv", name=name, parameters=parameters, address=address)

    async def map(self, request: Request) -> Response:
        async with self._drawing:
            answer = self._map or await self._have(
                request, seconds=_MAP_SECONDS, job="map", top=self._site.top
            )
            self._map = answer if answer.status < _BAD else None
        # the page brings its own, stricter policy for scripts: the hashes of those that it holds
        return _response(answer, {"content-security-policy": "frame-ancestors 'none'"})

    async def bound_question(self, request: Request) -> Response:
        settings = [f"{name}={value}" for name, value in request.query_params.multi_items() if value]
        name = request.path_params["name"]
        return await self._answered(request, job="bound_question", name=name, settings=settings)

    async def resource(self, request: Request) -> Response:
        iri, form = (request.query_params.get(name, "") for name in ("iri", "form"))
        accept = request.headers.get("accept", "")
        return await self._page(request, job="resource", iri=iri, form=form, accept=accept)

    async def document(self, request: Request) -> Response:
        path = request.scope.get("raw_path", b"").decode("ascii", "replace") or request.url.path
        accept = request.headers.get("accept", "")
        return await self._page(request, job="document", path=path.partition("?")[0], accept=accept)

    async def _page(self, request: Request, **job: Any) -> Response:
        """The answer to a person: a refusal becomes a page, too."""
        answer = await self._have(request, **job)
        refusal = answer.status >= _BAD and answer.media.startswith("text/plain")
        if refusal and accepts(request.headers.get("accept", ""), HTML):
            message = answer.body.decode().strip()
            answer = await self._have(request, job="problem", status=answer.status, message=message)
        return _response(answer)

    async def _answered(self, request: Request, **job: Any) -> Response:
        return _response(await self._have(request, **job))

    async def _have(self, request: Request, *, seconds: float | None = _PAGE_SECONDS, **job: Any) -> Answer:
        """The answer of a worker; if the client goes away meanwhile, the worker is stopped."""
        asked = asyncio.create_task(self._pool.ask(job, seconds=seconds))
        await asyncio.wait([asked], timeout=_PATIENCE)
        if not asked.done():
            gone = asyncio.create_task(_until_gone(request))
            await asyncio.wait([asked, gone], return_when=asyncio.FIRST_COMPLETED)
            gone.cancel()
        if not asked.done():
            asked.cancel()
            return refused(499, "the client is gone")
        try:
            return asked.result()
        except GraphError as error:
            return refused(500, str(error))


async def _until_gone(request: Request) -> None:
    """Ends when the client has closed its connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(answer: Answer, headers: dict[str, str] | None = None) -> Response:
    return Response(
        answer.body,
        status_code=answer.status,
        # as a header of its own: Starlette would add a charset to each text type
        headers={"content-type": answer.media} | (headers or {}) | answer.headers,
    )
