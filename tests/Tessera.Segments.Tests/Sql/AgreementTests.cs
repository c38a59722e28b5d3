using System.Globalization;
using Tessera.ClickHouse;
using Tessera.Segments.Tests.Live;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Tessera.Segments.Tests.Sql;

/// <summary>
/// Compiled segments have the members that the reference evaluator finds, for histories and definitions made at random, read through the product's own views: of customers
/// who were merged of several, beside others who were erased.
/// </summary>
public sealed class AgreementTests(Warehouse warehouse, ITestOutputHelper output) : IClassFixture<Warehouse>
{
    private const int Customers = 100;
    private const int Definitions = 18;
    private const int Instants = 8;
    private const int FrequentWorlds = 8;
    private const int FrequentCustomers = 60;
    private const int FrequentDefinitions = 30;

    // TESSERA_WORLDS=1000 makes the long run of it.
    private static int Worlds => int.TryParse(Environment.GetEnvironmentVariable("TESSERA_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 7;

    [Fact]
    public async Task Compile_OfAnyDefinitions_HasTheMembersOfTheReference()
    {
        HashSet<Type> reached = [];
        var (cases, members) = (0L, 0L);
        var first = int.TryParse(Environment.GetEnvironmentVariable("TESSERA_FIRST_WORLD"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        for (var seed = first; seed < first + Worlds; seed++)
        {
            var random = new Random(seed);
            var generator = new WorldGenerator(random) { HasMerged = true };
            var (world, words) = generator.Next(Customers);
            var definitions = new TreeGenerator(random, words);
            var workspace = await warehouse.StoreAsync(world);
            var reference = new ReferenceEvaluator(world);
            for (var round = 0; round < Instants; round++)
            {
                Segment[] segments = [.. Enumerable.Range(0, Definitions).Select(_ => definitions.Segment(1))];
                var at = round % 2 == 0 ? generator.Instant() : generator.Instant(world, segments);
                reached.UnionWith(segments.SelectMany(Tree.All).Select(part => part.GetType()));
                var answers = await new Disagreement(warehouse, world, segments, at).AskAsync(workspace);
                foreach (var customer in world.Customers)
                {
                    for (var index = 0; index < segments.Length; index++)
                    {
                        var expected = reference.IsMember(segments[index], customer, at);
                        cases++;
                        members += expected ? 1 : 0;
                        if ((answers.TryGetValue(customer.Id, out var row) && row[index]) != expected)
                        {
                            Assert.Fail($"Seed {seed}: " + await new Disagreement(warehouse, world, [segments[index]], at).ShrinkAsync(customer));
                        }
                    }
                }

                answers.Count.ShouldBe(world.Customers.Count(customer => reference.IsSeen(customer, at)), $"Seed {seed}: somebody is there who should not be.");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} answers to {Worlds * Instants * Definitions:#,0} definitions at {Worlds * Instants:#,0} instants, {members:#,0} of them yes."));
        if (Worlds >= 7)
        {
            Tree.Constructs.Where(type => !reached.Contains(type)).ShouldBeEmpty();
            cases.ShouldBeGreaterThanOrEqualTo(Worlds * 14_000L);
            (members / (double)cases).ShouldBeInRange(0.1, 0.6);
        }
    }

    /// <summary>The same for events that come thick and fast, at distances that are often exactly those asked about.</summary>
    [Fact]
    public async Task Compile_OfFrequentEvents_HasTheMembersOfTheReference()
    {
        for (var seed = 1; seed <= FrequentWorlds; seed++)
        {
            var generator = new FrequentEvents(new Random(seed));
            var world = generator.World(FrequentCustomers);
            var workspace = await warehouse.StoreAsync(world);
            var reference = new ReferenceEvaluator(world);
            Segment[] segments = [.. Enumerable.Range(0, FrequentDefinitions).Select(_ => generator.Segment())];
            var at = seed % 2 == 0 ? generator.Instant() : generator.Instant(world);
            var answers = await new Disagreement(warehouse, world, segments, at).AskAsync(workspace);
            foreach (var (customer, index) in world.Customers.SelectMany(customer => segments.Select((_, index) => (customer, index))))
            {
                if ((answers.TryGetValue(customer.Id, out var row) && row[index]) != reference.IsMember(segments[index], customer, at))
                {
                    Assert.Fail($"Seed {seed}: " + await new Disagreement(warehouse, world, [segments[index]], at).ShrinkAsync(customer));
                }
            }
        }
    }

    [Fact]
    public async Task Compile_OfSomeCustomers_AnswersAsOfAll()
    {
        var random = new Random(7);
        var generator = new WorldGenerator(random) { HasMerged = true };
        var (world, words) = generator.Next(Customers);
        var workspace = await warehouse.StoreAsync(world);
        var definitions = new TreeGenerator(random, words);
        Segment[] segments = [.. Enumerable.Range(0, Definitions).Select(_ => definitions.Segment(1))];
        var at = world.Customers.Max(customer => customer.Calls.Max(call => call.Time));
        var all = await warehouse.MembersAsync(workspace, world, segments, at);
        var middle = world.Customers.First(customer => customer.Merged.Count > 0).Id;

        var rest = await warehouse.MembersAsync(workspace, world, segments, at, question => question with { From = middle });
        var first = await warehouse.MembersAsync(workspace, world, segments, at, question => question with { Before = middle });
        var one = await warehouse.MembersAsync(workspace, world, segments, at, question => question with { Only = middle });

        var expected = await warehouse.Client.ListAsync<Guid>(new Statement("SELECT profile_id FROM profiles FINAL WHERE workspace = {workspace:String} AND profile_id < {before:UUID}")
            .With("workspace", workspace)
            .With("before", middle));
        first.Keys.ShouldBe(expected, ignoreOrder: true);
        first.ShouldAllBe(answer => answer.Value.SequenceEqual(all[answer.Key]));
        rest.Keys.ShouldBe(all.Keys.Except(first.Keys), ignoreOrder: true);
        rest.ShouldAllBe(answer => answer.Value.SequenceEqual(all[answer.Key]));
        one.ShouldHaveSingleItem().Key.ShouldBe(middle);
        one[middle].ShouldBe(all[middle]);
    }
}
