using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Tests.Identity.Resolution;

/// <summary>Which identifiers become one profile, as a function of the links alone.</summary>
public sealed class IdentityResolutionTests
{
    private static readonly WorkspaceKey Shop = new("shop");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Resolve_AnonymousThenUser_IsTheUsersProfile()
    {
        var profile = Resolve(Link("anonymous_id:a", "user_id:u", 5)).ShouldHaveSingleItem();
        profile.Canonical.Id.ShouldBe(ProfileId.For(Shop, new Identifier("user_id", "u")).Value);
        Names(profile).ShouldBe(["user_id:u", "anonymous_id:a"]);
        profile.Merges.ShouldHaveSingleItem().Evidence.MessageId.ShouldBe("m5");
    }

    [Fact]
    public void Resolve_DeviceOfTwoUsers_BelongsToWhoUsedItFirst_AndSaysWhy()
    {
        var profiles = Resolve(Link("anonymous_id:kiosk", "user_id:second", 9), Link("anonymous_id:kiosk", "user_id:first", 3));
        profiles.Select(profile => string.Join(' ', Names(profile))).ShouldBe(["user_id:first anonymous_id:kiosk", "user_id:second"], ignoreOrder: true);
        profiles.ShouldAllBe(profile => profile.Refused.Single().Reason.Contains("at most 1 user_id"));
    }

    [Fact]
    public void Resolve_OneInstant_GoesByMessageId()
    {
        var profiles = Resolve(Link("anonymous_id:kiosk", "user_id:second", 3, message: "b"), Link("anonymous_id:kiosk", "user_id:first", 3, message: "a"));
        profiles.ShouldContain(profile => string.Join(' ', Names(profile)) == "user_id:first anonymous_id:kiosk");
    }

    [Fact]
    public void Resolve_Alias_MayExceedTheLimit_AndAThirdMayStillJoin()
    {
        var profile = Resolve(Link("user_id:old", "user_id:new", 1, isExplicit: true), Link("user_id:new", "anonymous_id:a", 2)).ShouldHaveSingleItem();
        profile.Members.Count.ShouldBe(3);
        profile.Canonical.Identifier.Value.ShouldBeOneOf("old", "new");
        Resolve(Link("user_id:old", "user_id:new", 1, isExplicit: true), Link("user_id:new", "anonymous_id:a", 2), Link("user_id:third", "anonymous_id:a", 3)).Count.ShouldBe(2);
    }

    [Fact]
    public void Resolve_KindsThatMayNotJoin_StayApart()
    {
        var rules = IdentityRules.Default with { Kinds = [new KindRule("user_id", 1, null), new KindRule("email", null, ["user_id"]), new KindRule("anonymous_id", null, null)] };
        var profiles = IdentityResolution.Resolve([Link("anonymous_id:a", "email:e@example.com", 1), Link("user_id:u", "email:e@example.com", 2)], new WorkspaceIdentity(1, rules, []));
        profiles.Select(profile => string.Join(' ', Names(profile))).ShouldBe(["anonymous_id:a", "user_id:u email:e@example.com"], ignoreOrder: true);
    }

    [Fact]
    public void Resolve_BlockedSinceItWasLinked_JoinsNobody()
    {
        var rules = IdentityRules.Default with { Blocked = ["Info@Example.com"] };
        IdentityResolution.Resolve([Link("user_id:u", "email:info@example.com", 1), Link("user_id:v", "email:info@example.com", 2)], new WorkspaceIdentity(1, rules, []))
            .ShouldAllBe(profile => profile.Members.Count == 1);
    }

    [Fact]
    public void Resolve_Cut_KeepsApartOverAnyWay()
    {
        var cut = new IdentityCut(Guid.Empty, [Identifier("anonymous_id:a")], [Identifier("user_id:u")], Start, "somebody");
        IdentityLink[] links = [Link("anonymous_id:a", "user_id:u", 1), Link("anonymous_id:a", "email:e@example.com", 2), Link("user_id:u", "email:e@example.com", 3)];
        var profiles = IdentityResolution.Resolve(links, WorkspaceIdentity.Default with { Cuts = [cut] });
        profiles.Select(profile => string.Join(' ', Names(profile))).ShouldBe(["email:e@example.com anonymous_id:a", "user_id:u"], ignoreOrder: true);
        profiles.SelectMany(profile => profile.Refused).ShouldContain(refused => refused.Reason.Contains("two customers"));
    }

    [Fact]
    public void Resolve_LinksInAnyOrder_IsTheSame() => Prop.ForAll(
        Links().ToArbitrary(),
        links =>
        {
            var expected = Texts(Resolve([.. links]));
            return Gen.Shuffle(links).Sample(3).All(shuffled => Texts(Resolve(shuffled)).SequenceEqual(expected, StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Resolve_AnyLinks_NamesEachIdentifierOnceAndKeepsTheLimit() => Prop.ForAll(
        Links().ToArbitrary(),
        links =>
        {
            var profiles = Resolve([.. links]);
            var members = profiles.SelectMany(profile => profile.Members).Select(member => member.Node.Id).ToList();
            return members.Count == members.Distinct().Count()
                && members.ToHashSet().SetEquals(links.SelectMany(link => (Guid[])[link.One.Id, link.Other.Id]))
                && profiles.All(profile => profile.Members.Count(member => member.Node.Identifier.Kind == "user_id") <= 1 || profile.Merges.Any(link => link.IsExplicit))
                && profiles.All(profile => profile.Merges.Count == profile.Members.Count - 1)
                && profiles.All(profile => profile.Members[0].Node == profile.Canonical);
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<ResolvedProfile> Resolve(params IdentityLink[] links) => IdentityResolution.Resolve(links, WorkspaceIdentity.Default);

    private static List<string> Names(ResolvedProfile profile) => [.. profile.Members.Select(member => member.Node.Identifier.ToString())];

    private static List<string> Texts(IEnumerable<ResolvedProfile> profiles) => [.. profiles.Select(profile =>
        $"{profile.Canonical.Id}: {string.Join(' ', Names(profile))} by {string.Join(' ', profile.Merges.Select(link => link.Evidence.MessageId))} not {string.Join(' ', profile.Refused.Select(refused => refused.Link.Evidence.MessageId + refused.Reason))}")];

    private static Gen<IdentityLink[]> Links()
    {
        var identifier = from kind in Gen.Elements("user_id", "anonymous_id", "email", "loyalty_card")
                         from number in Gen.Choose(1, 4)
                         select $"{kind}:{number}@x";
        var link = from one in identifier
                   from other in identifier
                   where one != other
                   from time in Gen.Choose(0, 20)
                   from message in Gen.Choose(0, 1000)
                   from isExplicit in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                   select Link(one, other, time, FormattableString.Invariant($"{message}"), isExplicit);
        return from links in link.ListOf()
               select links.DistinctBy(one => (one.One.Id, one.Other.Id)).ToArray();
    }

    private static IdentityLink Link(string one, string other, int time, string? message = null, bool isExplicit = false) => IdentityLink.Between(
        IdentityNode.Of(Shop, Identifier(one)),
        IdentityNode.Of(Shop, Identifier(other)),
        new Evidence(Start.AddSeconds(time), message ?? FormattableString.Invariant($"m{time}"), "web"),
        isExplicit);

    private static Identifier Identifier(string text) => Domain.Identifier.TryParse(text, out var identifier) ? identifier : throw new FormatException(text);
}
