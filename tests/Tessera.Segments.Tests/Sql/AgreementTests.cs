using System.Globalization;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Support;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>Compiled segments have the members that the reference evaluator finds, for histories and definitions made at random.</summary>
public sealed class AgreementTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    private const int Customers = 300;
    private const int Definitions = 12;
    private const int Instants = 4;

    // TESSERA_WORLDS=1000 makes the long run of it.
    private static int Worlds => int.TryParse(Environment.GetEnvironmentVariable("TESSERA_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 7;

    [Fact]
    public async Task Compile_OfAnyDefinitions_HasTheMembersOfTheReference()
    {
        HashSet<Type> reached = [];
        var members = 0;
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var random = new Random(seed);
            var generator = new WorldGenerator(random);
            var (world, words) = generator.Next(Customers);
            var definitions = new TreeGenerator(random, words);
            var workspace = await warehouse.StoreAsync(world);
            var reference = new ReferenceEvaluator(world);
            for (var round = 0; round < Instants; round++)
            {
                var at = generator.Instant();
                Segment[] segments = [.. Enumerable.Range(0, Definitions).Select(_ => definitions.Segment(1))];
                reached.UnionWith(segments.SelectMany(Tree.All).Select(part => part.GetType()));
                var answers = await new Disagreement(warehouse, world, segments, at).AskAsync(workspace);
                foreach (var customer in world.Customers)
                {
                    for (var index = 0; index < segments.Length; index++)
                    {
                        var expected = reference.IsMember(segments[index], customer, at);
                        members += expected ? 1 : 0;
                        if ((answers.TryGetValue(customer.Id, out var row) && row[index]) != expected)
                        {
                            Assert.Fail($"Seed {seed}: " + await new Disagreement(warehouse, world, [segments[index]], at).ShrinkAsync(customer));
                        }
                    }
                }
            }
        }

        Tree.Constructs.Where(type => !reached.Contains(type)).ShouldBeEmpty();
        (members / (double)(Worlds * Customers * Definitions * Instants)).ShouldBeInRange(0.1, 0.6);
    }
}
