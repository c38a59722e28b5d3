using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Live;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;

namespace Tessera.Segments.Tests.Live;

/// <summary>A world as the live evaluator comes to know it, call by call, beside the same world as the reference sees it so far.</summary>
internal sealed class LiveWorld
{
    private readonly World whole;
    private readonly IReadOnlyList<IReadOnlyList<Segment>> definitions;
    private readonly Dictionary<Guid, ProfileState> states = [];
    private readonly Dictionary<Guid, Customer> known = [];
    private readonly Dictionary<Guid, List<Guid>> unions = [];
    private readonly Dictionary<string, CompanyState> companies = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, string> layouts = [];
    private int current;
    private LiveSegments plan;

    internal LiveWorld(World whole, IReadOnlyList<IReadOnlyList<Segment>> definitions)
    {
        (this.whole, this.definitions) = (whole, definitions);
        plan = Compile();
        foreach (var customer in whole.Customers)
        {
            known.Add(customer.Id, customer with { Calls = [] });
            unions.Add(customer.Id, [customer.Id]);
            var state = new ProfileState(plan, customer.Id);
            Tell(state, customer);
            states.Add(customer.Id, state);
        }

        Score();
    }

    /// <summary>How many answers were compared.</summary>
    internal int Cases { get; private set; }

    /// <summary>How many of them were yes.</summary>
    internal int Members { get; private set; }

    /// <summary>The bytes of the greatest state written.</summary>
    internal int Largest { get; private set; }

    /// <summary>When somebody's answer may change next.</summary>
    internal long? NextInstant { get; private set; }

    /// <summary>Whether a customer belonged to the segment of a definition when everybody was asked about last.</summary>
    internal bool IsMember(Guid customer, int definition) => states[customer].Memberships.Contains($"segment {definition}", StringComparer.Ordinal);

    /// <summary>Does a step; when answers differ, says for whom and which definition.</summary>
    internal (Guid Customer, int Definition)? Do(LiveStep step)
    {
        switch (step)
        {
            case Arrival(var customer, var place):
                Arrive(customer, whole.Customers.First(other => other.Id == customer).Calls[place]);
                break;
            case Union(var first, var second) when states.ContainsKey(first) && states.ContainsKey(second) && first != second:
                Unite(first, second);
                break;
            case Erasure(var customer) when states.ContainsKey(customer):
                states.Remove(customer);
                known.Remove(customer);
                Rebuild();
                Score();
                break;
            case Restart:
                foreach (var id in states.Keys.ToList())
                {
                    var bytes = states[id].Write();
                    Largest = Math.Max(Largest, bytes.Length);
                    states[id] = ProfileState.Read(bytes, plan, Layout);
                }

                break;
            case Redefinition(var index):
                Redefine(index);
                break;
            case Question(var at):
                return Ask(at);
        }

        return null;
    }

    private StateLayout? Layout(ulong id) => layouts.TryGetValue(id, out var text) ? StateLayout.Parse(text) : null;

    private LiveSegments Compile()
    {
        var compiled = LiveSegments.Compile(
            definitions[current].Index().ToDictionary(entry => $"segment {entry.Index}", entry => entry.Item, StringComparer.Ordinal), new WorldSegments(whole), whole.Zone);
        layouts[compiled.Layout.Id] = compiled.Layout.Text;
        return compiled;
    }

    private void Arrive(Guid customer, Call call)
    {
        var owner = unions.First(union => union.Value.Contains(customer)).Key;
        if (!known.TryGetValue(owner, out var before))
        {
            return;
        }

        var isFirst = before.Calls.All(other => other.MessageId != call.MessageId);
        known[owner] = before with { Calls = [.. before.Calls, call with { ReceivedAt = before.Calls.Count }] };
        if (isFirst)
        {
            states[owner].Apply(LiveCall(call));
            Tell(call);
        }
    }

    private void Tell(Call call)
    {
        if (call is { Type: "group", GroupId: { } group })
        {
            if (!companies.TryGetValue(group, out var company))
            {
                companies.Add(group, company = new CompanyState(plan));
            }

            company.Apply(LiveCall(call));
        }
    }

    private static void Tell(ProfileState state, Customer customer)
    {
        foreach (var (segment, time, entered) in customer.MembershipChanges)
        {
            state.Apply(new MembershipChange(segment, Times.Time(time), entered));
        }

        foreach (var (purpose, time, given) in customer.Consents)
        {
            state.Apply(new ConsentChange(purpose, Times.Time(time), given));
        }
    }

    private void Unite(Guid first, Guid second)
    {
        var (one, other) = (known[first], known[second]);
        states[first].Merge(states[second]);
        unions[first].AddRange(unions[second]);
        unions.Remove(second);
        states.Remove(second);
        known.Remove(second);
        known[first] = one with
        {
            Calls = [.. one.Calls, .. other.Calls.Select(call => call with { ReceivedAt = call.ReceivedAt + one.Calls.Count })],
            MembershipChanges = [.. one.MembershipChanges, .. other.MembershipChanges],
            Consents = [.. one.Consents, .. other.Consents],
        };
        Score();
    }

    private void Redefine(int index)
    {
        current = index;
        plan = Compile();
        foreach (var (id, state) in states.ToList())
        {
            var moved = index % 2 == 0 ? state.MoveTo(plan) : ProfileState.Read(state.Write(), plan, Layout);
            var customer = known[id];
            moved.Backfill(
                Counted(customer).Select(LiveCall), customer.Consents.Select(entry => new ConsentChange(entry.Purpose, Times.Time(entry.Time), entry.Given)),
                customer.MembershipChanges.Select(entry => new MembershipChange(entry.Segment, Times.Time(entry.Time), entry.Entered)));
            states[id] = moved;
        }

        Rebuild();
        Score();
    }

    private static IEnumerable<Call> Counted(Customer customer) => customer.Calls.GroupBy(call => call.MessageId, StringComparer.Ordinal).Select(same => same.First());

    private void Rebuild()
    {
        companies.Clear();
        foreach (var call in known.Values.SelectMany(Counted))
        {
            Tell(call);
        }
    }

    private void Score()
    {
        foreach (var (id, state) in states)
        {
            state.ApplyComputed(Element(known[id].Computed), path => Rank(known[id], path));
        }
    }

    private ScoreRank Rank(Customer customer, ValuePath path)
    {
        var own = Value.Number(Value.At(customer.Computed, path.Segments))!.Value;
        var all = known.Values.Select(other => Value.Number(Value.At(other.Computed, path.Segments))).OfType<double>().ToList();
        return new ScoreRank(all.Count(score => score > own), all.Count(score => score < own), all.Count);
    }

    private (Guid Customer, int Definition)? Ask(long at)
    {
        var reference = new ReferenceEvaluator(whole with { Customers = [.. known.Values.Select(customer => customer.Calls.Count > 0 ? customer : customer with { Calls = [Unseen] })] });
        var time = Times.Time(at);
        foreach (var (group, company) in plan.Company is null ? [] : companies.ToList())
        {
            company.Join(states.Values.Where(state => state.CompanyAt(time) == group));
        }

        NextInstant = null;
        foreach (var (id, state) in states)
        {
            var evaluation = state.Evaluate(time, state.CompanyAt(time) is { } group ? companies[group] : null);
            var next = evaluation.NextInstant is { } instant ? Times.Of(instant) : long.MaxValue;
            NextInstant = Math.Min(NextInstant ?? long.MaxValue, next);
            var members = state.Memberships.ToHashSet(StringComparer.Ordinal);
            for (var index = 0; index < definitions[current].Count; index++)
            {
                var expected = known[id].Calls.Count > 0 && reference.IsMember(definitions[current][index], known[id], at);
                Cases++;
                Members += expected ? 1 : 0;
                if (members.Contains($"segment {index}") != expected)
                {
                    return (id, index);
                }
            }
        }

        return null;
    }

    // Who was not seen yet has a score all the same.
    private static Call Unseen { get; } = new("alias", long.MaxValue / 4, "unseen");

    private static JsonElement Element(JsonObject json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    internal static LiveCall LiveCall(Call call) => new(
        Enum.Parse<CallType>(call.Type, ignoreCase: true), Times.Time(call.Time), call.MessageId, call.Name, call.Values is null ? default : Element(call.Values), call.Context is null ? default : Element(call.Context), call.GroupId);
}
