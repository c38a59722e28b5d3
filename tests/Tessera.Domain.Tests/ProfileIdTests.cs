using System.Security.Cryptography;
using System.Text;

namespace Tessera.Domain.Tests;

public sealed class ProfileIdTests
{
    private static readonly WorkspaceKey Shop = new("shop");

    [Fact]
    public void For_TheSameIdentifier_IsTheSameIdForEver()
    {
        // Written down, not recomputed: ids are stored, so a change of the derivation would orphan every profile.
        ProfileId.For(WorkspaceKey.Default, new Identifier(IdentifierKinds.UserId, "12347")).ToString()
            .ShouldBe("fcf4eb0c-b539-868a-8261-21bfbc8b39f4");
    }

    [Fact]
    public void For_AnyIdentifier_FollowsThePublishedDefinition() =>
        ProfileId.For(Shop, new Identifier("email", "ada@example.com")).ToString().ShouldBe(Defined("shop\u001femail\u001fada@example.com"));

    [Fact]
    public void For_AnyOtherTriple_IsAnotherId()
    {
        ProfileId[] ids =
        [
            ProfileId.For(Shop, new Identifier("user_id", "1")),
            ProfileId.For(Shop, new Identifier("user_id", "11")),
            ProfileId.For(Shop, new Identifier("email", "1")),
            ProfileId.For(new WorkspaceKey("shop1"), new Identifier("user_id", "1")),
            ProfileId.For(Shop, new Identifier("user_id1", "")),
        ];

        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void For_AnyIdentifier_IsAVersion8Uuid()
    {
        for (var customer = 0; customer < 1_000; customer++)
        {
            var id = ProfileId.For(Shop, new Identifier("user_id", $"customer {customer}"));

            id.Value.Version.ShouldBe(8);
            id.Value.Variant.ShouldBeInRange(8, 11); // RFC 9562, section 4.1: the variant bits are 10
            id.IsUnknown.ShouldBeFalse();
        }
    }

    [Fact]
    public void Unknown_IsTheZeroUuid() => ProfileId.Unknown.ToString().ShouldBe("00000000-0000-0000-0000-000000000000");

    // The definition of RFC 9562, section 5.8 and appendix B.2, written out plainly.
    private static string Defined(string name)
    {
        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32].ToCharArray();
        hex[12] = '8';
        hex[16] = "89ab"[Convert.ToInt32(hex[16].ToString(), 16) & 3];
        var text = new string(hex);
        return $"{text[..8]}-{text[8..12]}-{text[12..16]}-{text[16..20]}-{text[20..]}";
    }
}
