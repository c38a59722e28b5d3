using System.Globalization;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Support;
using Xunit.Abstractions;

namespace Tessera.Segments.Tests.Live;

/// <summary>
/// The live evaluator gives the answers of the reference evaluator, whatever comes in whatever order: for histories and definitions made at random, asked at instants
/// around every boundary, with late, double and future calls, merged and erased customers, states written and read, and definitions changed on the way.
/// </summary>
public sealed class LiveAgreementTests(ITestOutputHelper output)
{
    private const int Customers = 5;
    private const int Definitions = 10;

    // TESSERA_WORLDS=10000 makes the long run of it.
    private static int Worlds => int.TryParse(Environment.GetEnvironmentVariable("TESSERA_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 1_500;

    [Fact]
    public void Evaluate_AfterAnythingInAnyOrder_AnswersAsTheReference()
    {
        HashSet<Type> reached = [];
        var (cases, members) = (0L, 0L);
        var first = int.TryParse(Environment.GetEnvironmentVariable("TESSERA_FIRST_WORLD"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        for (var seed = first; seed < first + Worlds; seed++)
        {
            var random = new Random(seed);
            var generator = new WorldGenerator(random) { Companies = 3 };
            var (world, words) = generator.Next(Customers);
            world = world with { Customers = [.. world.Customers.Select((customer, place) => customer with { Calls = [.. customer.Calls.Select(call => call with { MessageId = $"{call.MessageId}-{place}" })] })] };
            var trees = new TreeGenerator(random, words);
            Segment[] definitions = [.. Enumerable.Range(0, Definitions).Select(_ => trees.Segment(1))];
            Segment[] others = [.. definitions[(Definitions / 2)..], .. Enumerable.Range(0, Definitions / 2).Select(_ => trees.Segment(1))];
            reached.UnionWith(definitions.SelectMany(Tree.All).Select(part => part.GetType()));
            var (steps, live) = Play(world, [definitions, others], () => random.Next(2) == 0 ? generator.Instant() : generator.Instant(world, definitions), 8, random);
            if (steps is not null)
            {
                Assert.Fail($"Seed {seed}:\n{new LiveScenario(world, [definitions, others], steps).Shrink()}");
            }

            cases += live.Cases;
            members += live.Members;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} answers of {Worlds:#,0} worlds, {members:#,0} of them yes."));
        if (Worlds >= 100)
        {
            Tree.Constructs.Where(type => !reached.Contains(type)).ShouldBeEmpty();
            cases.ShouldBeGreaterThan(Worlds * 400L);
            (members / (double)cases).ShouldBeInRange(0.1, 0.6);
        }
    }

    /// <summary>The same for events that come thick and fast, of which most are not kept: what is left has to stand in for them.</summary>
    [Fact]
    public void Evaluate_OfFrequentEvents_AnswersAsTheReference()
    {
        var cases = 0L;
        for (var seed = 1; seed <= Worlds / 3; seed++)
        {
            var random = new Random(seed);
            var generator = new FrequentEvents(random);
            var world = generator.World();
            Segment[] definitions = [.. Enumerable.Range(0, Definitions).Select(_ => generator.Segment())];
            var (steps, live) = Play(world, [definitions, definitions], () => random.Next(2) == 0 ? generator.Instant() : generator.Instant(world), 80, random);
            if (steps is not null)
            {
                Assert.Fail($"Seed {seed}:\n{new LiveScenario(world, [definitions, definitions], steps).Shrink()}");
            }

            cases += live.Cases;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} answers of {Worlds / 3:#,0} worlds."));
    }

    // The steps up to the first wrong answer, or null.
    private static (List<LiveStep>? Steps, LiveWorld Live) Play(World world, IReadOnlyList<IReadOnlyList<Segment>> definitions, Func<long> instant, int questions, Random random)
    {
        var live = new LiveWorld(world, definitions);
        List<LiveStep> steps = [];
        var arrivals = new Queue<Arrival>(Arrivals(world, random));
        var instants = new Queue<long>(Enumerable.Range(0, questions).Select(_ => instant()).Order());
        var at = long.MinValue;
        while (arrivals.Count > 0 || instants.Count > 0)
        {
            LiveStep step = random.Next(12) switch
            {
                < 7 when arrivals.Count > 0 => arrivals.Dequeue(),
                7 when live.NextInstant is { } next && next < long.MaxValue && next > at => new Question(random.Next(2) == 0 ? next : next - 1),
                8 when random.Next(4) == 0 => random.Next(3) switch
                {
                    0 => new Union(Pick(), Pick()),
                    1 => new Erasure(Pick()),
                    _ => new Redefinition(random.Next(2)),
                },
                9 => new Restart(),
                _ when instants.Count > 0 => new Question(Math.Max(at, instants.Dequeue())),
                _ when arrivals.Count > 0 => arrivals.Dequeue(),
                _ => new Restart(),
            };
            steps.Add(step);
            at = step is Question question ? question.At : at;
            if (live.Do(step) is not null)
            {
                return (steps, live);
            }
        }

        return (null, live);

        Guid Pick() => world.Customers[random.Next(world.Customers.Count)].Id;
    }

    // Mostly as they happened, some much later, some anywhere.
    private static List<Arrival> Arrivals(World world, Random random)
    {
        var isOrderly = random.Next(3) > 0;
        return world.Customers
            .SelectMany(customer => customer.Calls.Select((call, place) => (Arrival: new Arrival(customer.Id, place), Order: isOrderly && random.Next(4) > 0 ? call.Time : world.Customers[random.Next(world.Customers.Count)].Calls[0].Time)))
            .OrderBy(entry => entry.Order).Select(entry => entry.Arrival).ToList();
    }
}
