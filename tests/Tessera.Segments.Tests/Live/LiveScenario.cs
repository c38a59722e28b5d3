using System.Globalization;
using System.Text;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Live;

/// <summary>A world, definitions and what happens, which can be played again and made smaller.</summary>
internal sealed record LiveScenario(World World, IReadOnlyList<IReadOnlyList<Segment>> Definitions, IReadOnlyList<LiveStep> Steps)
{
    /// <summary>Whether some answer differs from that of the reference.</summary>
    internal bool Fails()
    {
        var world = new LiveWorld(World, Definitions);
        return Steps.Any(step => world.Do(step) is not null);
    }

    /// <summary>Leaves out definitions, their parts and steps, as long as answers still differ.</summary>
    internal LiveScenario Shrink()
    {
        var smallest = this;
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in smallest.Smaller())
            {
                if (smaller.Fails())
                {
                    (smallest, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return smallest;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (index, definitions) in Definitions.Index())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"definitions {index}: {string.Join("\n    ", definitions)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"in {World.Zone.Id}; {string.Join("; ", World.Segments.Select(entry => $"{entry.Key}: {entry.Value}"))}");
        foreach (var customer in World.Customers)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{customer.Id}: {customer.Computed.ToJsonString()} {string.Join(", ", customer.MembershipChanges.Select(change => $"{change.Segment} {Times.Time(change.Time):O} {change.Entered}"))} {string.Join(", ", customer.Consents)}");
        }

        foreach (var step in Steps)
        {
            var call = step is Arrival arrival ? World.Customers.First(customer => customer.Id == arrival.Customer).Calls[arrival.Call] : null;
            text.AppendLine(step switch
            {
                Arrival(var customer, _) => $"{customer.ToString()[..8]} {Times.Time(call!.Time):O} {call.MessageId} {call.Type} {call.Name}{call.GroupId} {call.Values?.ToJsonString()} context {call.Context?.ToJsonString()}",
                Question(var at) => $"at {Times.Time(at):O}",
                _ => step.ToString(),
            });
        }

        return text.ToString();
    }

    private IEnumerable<LiveScenario> Smaller()
    {
        for (var index = 0; index < Definitions.Count; index++)
        {
            var list = Definitions[index];
            for (var place = 0; place < list.Count && list.Count > 1; place++)
            {
                yield return With(index, [.. list.Where((_, other) => other != place)]);
            }
        }

        for (var half = Steps.Count / 2; half >= 1; half /= 2)
        {
            for (var start = 0; start < Steps.Count; start += half)
            {
                yield return this with { Steps = [.. Steps.Where((_, place) => place < start || place >= start + half)] };
            }
        }

        for (var index = 0; index < Definitions.Count; index++)
        {
            foreach (var part in Definitions[index].Count == 1 ? Definitions[index][0].Definition.Parts : [])
            {
                if (part is not PropertyCondition)
                {
                    yield return With(index, [new Segment(part)]);
                }
            }
        }

        var named = Steps.SelectMany(step => step switch { Arrival arrival => [arrival.Customer], Union union => [union.First, union.Second], _ => Array.Empty<Guid>() }).ToHashSet();
        foreach (var customer in World.Customers.Where(customer => !named.Contains(customer.Id) && World.Customers.Count > 1))
        {
            yield return this with { World = World with { Customers = [.. World.Customers.Where(other => other != customer)] } };
        }
    }

    private LiveScenario With(int index, IReadOnlyList<Segment> definitions) => this with { Definitions = [.. Definitions.Select((list, place) => place == index ? definitions : list)] };
}
