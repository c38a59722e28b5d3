using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Live;

/// <summary>The cases worked out by hand, asked of the live evaluator in order of their instants, everything having been told before.</summary>
public sealed class SharedCasesTests
{
    public static TheoryData<string> Scenarios => new(MembershipCases.Read().Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Evaluate_OfEverySharedCase_AnswersAsWorkedOutByHand(string name)
    {
        var (_, world, cases) = MembershipCases.Read().Single(scenario => scenario.Name == name);
        List<Segment> definitions = [.. cases.Select(item => Segment.Parse(item.Definition).Segment!)];
        var arrivals = world.Customers.SelectMany(customer => customer.Calls.Select((call, place) => (Step: new Arrival(customer.Id, place), call.ReceivedAt))).OrderBy(entry => entry.ReceivedAt).Select(entry => entry.Step);
        var live = new LiveWorld(world, [definitions]);
        foreach (var arrival in arrivals)
        {
            live.Do(arrival);
        }

        List<string> wrong = [];
        foreach (var (at, item, index) in cases.Select((item, index) => (item.At, item, index)).OrderBy(entry => entry.At))
        {
            live.Do(new Question(at)).ShouldBeNull();
            if (live.IsMember(item.Customer.Id, index) != item.IsMember)
            {
                wrong.Add($"{Times.Time(at):O} {item.Definition}: {!item.IsMember}");
            }
        }

        wrong.ShouldBeEmpty();
    }
}
