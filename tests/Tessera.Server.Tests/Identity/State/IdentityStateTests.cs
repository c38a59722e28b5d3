using System.Globalization;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Testing;

namespace Tessera.Server.Tests.Identity.State;

/// <summary>Links one after the other come to what all of them together do, and cost as much for the last as for the first.</summary>
public sealed class IdentityStateTests : IAsyncLifetime, IDisposable
{
    private const int Customers = 1000;
    private static readonly WorkspaceKey Shop = new("shop");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory folder = new();
    private StateDatabase database = null!;

    public Task InitializeAsync()
    {
        database = new StateDatabase(folder.Combine("state.db"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(16, 20)]
    public async Task Link_OneAfterTheOther_ComesToWhatAllTogetherDo(int fewLinks, int disorder)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var workspace = new WorkspaceKey(string.Create(CultureInfo.InvariantCulture, $"shop-{seed}"));
            var identity = seed % 5 == 0 ? WorkspaceIdentity.Default with { Cuts = [Cut()] } : WorkspaceIdentity.Default;
            var state = new IdentityState(database, fewLinks);
            Dictionary<(Guid, Guid), IdentityLink> all = [];
            foreach (var batch in Enumerable.Range(0, 60).Select(number => Link(workspace, random, number, disorder)).OfType<IdentityLink>().Chunk(1 + random.Next(6)))
            {
                foreach (var link in batch)
                {
                    all[(link.One.Id, link.Other.Id)] = all.TryGetValue((link.One.Id, link.Other.Id), out var before) ? before.With(link) : link;
                }

                await state.LinkAsync(workspace.Value, batch, identity, CancellationToken.None);
                var moved = (await state.MovedAsync(CancellationToken.None)).Where(move => move.Workspace == workspace.Value).ToDictionary(move => move.Node, move => move.Profile);
                foreach (var profile in IdentityResolution.Resolve(all.Values, identity))
                {
                    foreach (var member in profile.Members)
                    {
                        moved.GetValueOrDefault(member.Node.Id, member.Node.Id).ShouldBe(
                            profile.Canonical.Id, $"seed {seed}: {member.Node.Identifier} is of {profile.Canonical.Identifier}, after {all.Count} links");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("a kiosk")]
    [InlineData("an e-mail address")]
    [InlineData("a user")]
    public async Task Link_OfWhatThousandsShare_ReadsNoMoreForTheLastThanForTheFirst(string what)
    {
        var state = new IdentityState(database);
        for (var number = 0; number < Customers; number++)
        {
            var evidence = new Evidence(Start.AddSeconds(number), string.Create(CultureInfo.InvariantCulture, $"m{number}"), "web");
            var text = string.Create(CultureInfo.InvariantCulture, $"c{number}");
            IdentityLink[] links = what switch
            {
                "a kiosk" => [Between("user_id:" + text, "anonymous_id:kiosk", evidence), Between("user_id:" + text, $"email:{text}@example.com", evidence)],
                "an e-mail address" => [Between("user_id:" + text, "email:info@example.com", evidence), Between("user_id:" + text, "anonymous_id:" + text, evidence)],
                _ => [Between("user_id:shared", "anonymous_id:" + text, evidence)],
            };
            await state.LinkAsync(Shop.Value, links, WorkspaceIdentity.Default, CancellationToken.None);
        }

        state.LinksRead.ShouldBeLessThan(3 * Customers);
        var members = await state.MembersAsync([IdentityNode.Of(Shop, Identifier(what == "a user" ? "user_id:shared" : "user_id:c0")).Id], CancellationToken.None);
        members.Values.Single().Count.ShouldBe(what == "a user" ? Customers + 1 : 3);
    }

    private static IdentityLink? Link(WorkspaceKey workspace, Random random, int number, int disorder)
    {
        var (one, other) = (Name(), Name());
        return one == other ? null : IdentityLink.Between(
            IdentityNode.Of(workspace, Identifier(one)),
            IdentityNode.Of(workspace, Identifier(other)),
            new Evidence(Start.AddSeconds((number / 2) - random.Next(disorder + 1)), string.Create(CultureInfo.InvariantCulture, $"m{random.Next(1000)}"), "web"),
            isExplicit: random.Next(20) == 0);

        string Name() => random.Next(3) == 0 ? "anonymous_id:kiosk" : random.Next(5) switch
        {
            0 or 1 => string.Create(CultureInfo.InvariantCulture, $"user_id:{random.Next(8)}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"email:{random.Next(6)}@example.com"),
            3 => "email:test@test.com",
            _ => string.Create(CultureInfo.InvariantCulture, $"anonymous_id:{random.Next(12)}"),
        };
    }

    private static IdentityCut Cut() => new(Guid.Empty, [Identifier("anonymous_id:1")], [Identifier("user_id:1"), Identifier("user_id:2")], Start, "somebody");

    private static IdentityLink Between(string one, string other, Evidence evidence) =>
        IdentityLink.Between(IdentityNode.Of(Shop, Identifier(one)), IdentityNode.Of(Shop, Identifier(other)), evidence, isExplicit: false);

    private static Identifier Identifier(string text) => Domain.Identifier.TryParse(text, out var identifier) ? identifier : throw new FormatException(text);
}
