using Tessera.Domain;

namespace Tessera.Outsider.Tests;

public sealed class DomainTests
{
    [Fact]
    public void Identifier_Read_IsTheSameProfileEachTime()
    {
        Identifier.TryParse("user_id:42", out var identifier).ShouldBeTrue();
        WorkspaceKey.TryParse("shop", out var shop).ShouldBeTrue();

        identifier.ShouldBe(new Identifier(IdentifierKinds.UserId, "42"));
        ProfileId.For(shop, identifier).ShouldBe(ProfileId.For(shop, new Identifier(IdentifierKinds.UserId, "42")));
        ProfileId.For(shop, identifier).ShouldNotBe(ProfileId.For(WorkspaceKey.Default, identifier));
        ProfileId.Unknown.IsUnknown.ShouldBeTrue();
    }
}
