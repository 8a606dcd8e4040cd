import { python } from '../../../src/analysis/languages/python.js';
import { describeAnyText } from '../../helpers/any-text.js';

const SEED = `"""Orders."""
from __future__ import annotations
import os, asyncio as aio
from azure.cosmos import CosmosClient, exceptions as ex
from .base import *

URL = f"https://graph.microsoft.com/v1.0/{os.environ['TENANT']}/groups"
a, (b, *c) = 1, (2, 3); d = e = {"k": [1, 2.5, 0xFF, 1_0], **more, 'n': None}


@dataclass(frozen=True)
class Store(Base[T], metaclass=Meta):
    """A store."""
    limit: int = 3
    items: list[dict[str, "Order"]] = field(default_factory=list)

    def __init__(self, container, /, *rest: int, key: str = "x", **options) -> None:
        super().__init__()
        self._container, self.key = container, key

    @retry(stop=stop_after_attempt(3), retry=retry_if_exception_type((ex.CosmosHttpResponseError, OSError)))
    async def add(self, item: Order, etag: str | None = None) -> Order | None:
        try:
            async with self._client() as client, other():
                return await self._container.create_item(body=item, **self.options)
        except ex.CosmosResourceExistsError:
            pass
        except (ex.CosmosHttpResponseError, ValueError) as error:
            if error.status_code == 409 and not self.strict or "exist" in str(error):
                return None
            raise Conflict(item) from error
        else:
            log.info("made %s", item)
        finally:
            self.close()

    @property
    def size(self): return len(self.items) if self.items else -1


def all_of(*stores):
    global count
    for index, store in enumerate(stores):
        while True:
            index += 1
            if (n := len(store)) > 3: continue
            elif n == 0: break
            else: yield store
    else:
        yield from ()
    match item:
        case {"id": str(i), **rest} if i: print(i)
        case [1, *_] | Store(limit=3): del rest[0]
        case _: assert False, "none"
    with open("f") as f: data = [x ** 2 for x in f if x] + list(map(lambda y, z=1: y @ z, f))
    r = requests.post(url=URL, json={"a": 1}, headers={'If-Match': etag}); r.raise_for_status()
    return {k: v for k, v in data.items()}, {1, 2}, b"x" rb"y" "z", ..., not a is b, x[1:2, ::3]
`;

const PIECES = '{ } ( ) " """ \' : -> := async await def class lambda # [ ] , ** @ @a( if else elif for in try except'
  .split(' ')
  .concat([
    '\u{1F600}',
    '\r\n',
    '\n    ',
    '\n',
    '\t',
    'x = 1\n',
    'a.b(c)',
    'f"{x',
    'match x:',
    '\\',
    'import a.b',
    ' as ',
    'return',
  ]);

describeAnyText(python, SEED, PIECES);
