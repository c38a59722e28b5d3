using Tessera.Engine.Hosting;

namespace Tessera.Engine.Tests.Hosting;

public sealed class LibraryPagesTests
{
    // Of a running engine, without the lines that do not matter: constants, code, what was relocated, what was relocated and then
    // swapped out, data, and the constants of another library.
    private const string Smaps = """
        7f690d400000-7f691656e000 r--p 00000000 fe:00 11854231                   /cache/libchdb.so
        Rss:               53248 kB
        Anonymous:             0 kB
        AnonHugePages:         0 kB
        Swap:                  0 kB
        VmFlags: rd mr mw me
        7f691656e000-7f692e348000 r-xp 0916d000 fe:00 11854231                   /cache/libchdb.so
        Rss:                6368 kB
        Anonymous:             0 kB
        Swap:                  0 kB
        VmFlags: rd ex mr mw me
        7f692e348000-7f692f3d8000 r--p 20f46000 fe:00 11854231                   /cache/libchdb.so
        Rss:               12764 kB
        Anonymous:         12764 kB
        Swap:                  0 kB
        VmFlags: rd mr mw me ac
        7f692f3d8000-7f692f3e8000 r--p 21fd5000 fe:00 11854231                   /cache/libchdb.so
        Rss:                   0 kB
        Anonymous:             0 kB
        Swap:                 64 kB
        VmFlags: rd mr mw me ac
        7f692f3e8000-7f692f4d8000 rw-p 21fe5000 fe:00 11854231                   /cache/libchdb.so
        Rss:                 500 kB
        Anonymous:             0 kB
        Swap:                  0 kB
        VmFlags: rd wr mr mw me ac
        7f692f4d8000-7f692f4f8000 r--p 00000000 fe:00 11854239                   /cache/other.so
        Rss:                 128 kB
        Anonymous:             0 kB
        Swap:                  0 kB
        VmFlags: rd mr mw me
        """;

    [Fact]
    public void Unchanged_MappingsOfALibrary_AreThoseThatCanBeReadAgainFromItsFile() =>
        LibraryPages.Unchanged(Smaps.Split('\n'), "/cache/libchdb.so")
            .Select(range => FormattableString.Invariant($"{range.Start:x}-{range.End:x}"))
            .ShouldBe(["7f690d400000-7f691656e000", "7f691656e000-7f692e348000"]);
}
