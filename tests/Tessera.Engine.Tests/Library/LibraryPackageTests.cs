using System.Runtime.InteropServices;
using Tessera.Engine.Library;

namespace Tessera.Engine.Tests.Library;

public sealed class LibraryPackageTests
{
    [Fact]
    public void For_SupportedPlatforms_NamesTheirPackages()
    {
        LibraryPackage.For(OSPlatform.Linux, Architecture.X64, musl: false)!.Name.ShouldBe("@chdb/lib-linux-x64-gnu");
        LibraryPackage.For(OSPlatform.Linux, Architecture.Arm64, musl: false)!.Name.ShouldBe("@chdb/lib-linux-arm64-gnu");
        LibraryPackage.For(OSPlatform.OSX, Architecture.X64, musl: false)!.Name.ShouldBe("@chdb/lib-darwin-x64");
        LibraryPackage.For(OSPlatform.OSX, Architecture.Arm64, musl: false)!.Name.ShouldBe("@chdb/lib-darwin-arm64");
    }

    [Fact]
    public void Or_StatedHash_StandsOnlyWhereThereIsNone()
    {
        var pinned = LibraryPackage.For(OSPlatform.Linux, Architecture.X64, musl: false)!;
        var unpinned = pinned with { Integrity = null };

        pinned.Integrity!.ShouldStartWith("sha512-");
        pinned.Or("sha512-AAAA").ShouldBe(pinned);
        unpinned.Or(" sha512-AAAA ").Integrity.ShouldBe("sha512-AAAA");
        unpinned.Or("").Integrity.ShouldBeNull();
    }

    [Fact]
    public void For_OtherPlatforms_IsNothing()
    {
        LibraryPackage.For(OSPlatform.Windows, Architecture.X64, musl: false).ShouldBeNull();
        LibraryPackage.For(OSPlatform.Linux, Architecture.X64, musl: true).ShouldBeNull();
        LibraryPackage.For(OSPlatform.Linux, Architecture.S390x, musl: false).ShouldBeNull();
    }
}
