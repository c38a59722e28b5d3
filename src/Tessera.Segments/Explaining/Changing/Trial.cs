using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live;
using Tessera.Segments.Text;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Lets a plan happen to what is known of a customer, one microsecond after the other, and writes down each step.</summary>
internal sealed class Trial
{
    // Beyond it the calendar has few years left for periods to reach into.
    private static readonly long Latest = Microseconds.Of(new DateTimeOffset(7000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly Facts before;
    private readonly List<ChangeStep> steps = [];
    private readonly List<Deed> calls;
    private readonly List<Deed> companyEvents;
    private readonly List<Deed> groups;
    private readonly List<MembershipChange> changes;
    private readonly List<ConsentChange> consents;
    private JsonElement computed;
    private long now;

    private Trial(Facts facts)
    {
        (before, now, computed) = (facts, facts.Now, facts.Computed);
        (calls, companyEvents, groups) = ([.. facts.Calls], [.. facts.CompanyEvents], [.. facts.Groups]);
        (changes, consents) = ([.. facts.MembershipChanges], [.. facts.Consents]);
    }

    /// <summary>What is known afterwards.</summary>
    internal Facts Facts => before with
    {
        Now = now, Calls = calls, CompanyEvents = companyEvents, Groups = groups, MembershipChanges = changes, Consents = consents, Computed = computed,
    };

    /// <summary>What was done.</summary>
    internal IReadOnlyList<ChangeStep> Steps => steps;

    /// <summary>Tries a plan; null when it reaches beyond the calendar.</summary>
    internal static Trial? Run(Facts facts, Plan plan)
    {
        var trial = new Trial(facts);
        return plan.Acts.All(trial.Happens) ? trial : null;
    }

    private bool Happens(Act act)
    {
        switch (act)
        {
            case WaitUntil wait:
                return Waits(wait.Instant, wait.Without);
            case WaitFor wait:
                return Waits(now + wait.Length, []);
            case Do done:
                var instants = Times(done.Event, done.Properties, done.Times);
                Did(done.Event, done.Properties, instants, !done.IsMore ? Phrases.Times(done.Times) : done.Times == 1 ? "once more" : $"{done.Times} more times");
                break;
            case DoOnDays days:
                var spread = Spread(days.Event, days.Properties, days.Days, days.FromToday);
                Did(days.Event, days.Properties, spread, $"on {Printer.Amount(days.Days, days.FromToday ? "day" : "later day")}");
                break;
            case DoRegularly regularly:
                Regularly(regularly);
                break;
            case Set set:
                Assign(set);
                break;
            case Consent consent:
                consents.Add(new ConsentChange(consent.Purpose, Tick(), consent.Given));
                var verb = consent.Given ? "give consent to" : "withdraw consent to";
                steps.Add(new ConsentStep(consent.Purpose, consent.Given, Microseconds.Time(now)) { Sentence = $"{verb} {Phrases.Quote(consent.Purpose)}" });
                break;
            case Member member:
                changes.Add(new MembershipChange(member.Key.Value, Tick(), member.Entered));
                var way = member.Entered ? "enter" : "leave";
                steps.Add(new MembershipStep(member.Key, member.Entered, Microseconds.Time(now)) { Sentence = $"{way} the segment {Phrases.Quote(member.Key.Value)}" });
                break;
            default:
                throw new NotSupportedException(act.GetType().Name);
        }

        return now <= Latest;
    }

    private DateTimeOffset Tick() => Microseconds.Time(++now);

    private bool Waits(long until, IReadOnlyList<string> without)
    {
        if (until > Latest)
        {
            return false;
        }

        now = Math.Max(now, until);
        var wait = $"wait until {Phrases.Instant(now, before.Zone)}";
        steps.Add(new WaitStep(Microseconds.Time(now), without) { Sentence = without.Count == 0 ? wait : $"{wait} without doing {string.Join(" or ", without)}" });
        return true;
    }

    private void Did(EventSelector selector, JsonObject properties, IReadOnlyList<DateTimeOffset> instants, string often)
    {
        var with = properties.Count == 0 ? string.Empty : $" with {properties.ToJsonString()}";
        steps.Add(new DoStep(Name(selector), JsonSerializer.SerializeToElement(properties), instants) { Sentence = $"do {selector.Name?.Value ?? Phrases.Anything}{with} {often}" });
    }

    private List<DateTimeOffset> Times(EventSelector selector, JsonObject properties, int times)
    {
        var values = JsonSerializer.SerializeToElement(properties);
        return [.. Enumerable.Range(0, times).Select(_ => Happened(selector, values))];
    }

    private DateTimeOffset Happened(EventSelector selector, JsonElement properties)
    {
        var call = new LiveCall(CallType.Track, Tick(), $"tried {calls.Count}", Name(selector), properties);
        calls.Add(new Deed(call));
        if (before.Company is not null)
        {
            companyEvents.Add(calls[^1]);
        }

        return call.Time;
    }

    private static string Name(EventSelector selector) => selector.Name?.Value ?? "Anything";

    private List<DateTimeOffset> Spread(EventSelector selector, JsonObject properties, int days, bool fromToday)
    {
        var values = JsonSerializer.SerializeToElement(properties);
        List<DateTimeOffset> instants = [];
        for (var day = 0; day < days; day++)
        {
            if (day > 0 || !fromToday)
            {
                now = Tomorrow();
            }

            instants.Add(Happened(selector, values));
        }

        return instants;
    }

    // Where the clock is put back over midnight, the day after may have started before, and go on only later.
    private long Tomorrow()
    {
        var (today, next) = (before.Calendar.DayOf(now), now);
        do
        {
            next = before.Calendar.Turn(CalendarUnit.Day, next);
        }
        while (before.Calendar.DayOf(next) <= today);

        return next;
    }

    private void Regularly(DoRegularly act)
    {
        var (start, unit) = (now, Duration.MicrosecondsPer(act.Unit));
        List<DateTimeOffset> instants = [];
        for (var index = 0; index < act.Units; index++)
        {
            now = Math.Max(now, start + (index * unit));
            instants.AddRange(act.Counted == Counted.Days
                ? Spread(act.Event, act.Properties, act.Times, fromToday: true)
                : Times(act.Event, act.Properties, act.Times));
        }

        var word = Words.Of(act.Unit);
        var often = act.Counted == Counted.Days ? $"on {Printer.Amount(act.Times, "day")}" : Phrases.Times(act.Times);
        Did(act.Event, act.Properties, instants, act.Units == 1 ? often : $"{often} a {word} for {Printer.Amount(act.Units, word)}");
    }

    private void Assign(Set set)
    {
        var names = set.Path.Segments;
        var time = Tick();
        var isInner = !Namespaces.IsOwnTrait(set.Path);
        switch (isInner ? set.Path.Root : string.Empty)
        {
            case Namespaces.Company:
                groups.Add(new Deed(new LiveCall(CallType.Group, time, $"tried {groups.Count}", null, Named(before.Read(new ValuePath(names[0], names[1])).Value.Element, names.Skip(1), set.Value), default, before.Company)));
                break;
            case Namespaces.Context:
                calls.Add(new Deed(new LiveCall(CallType.Identify, time, $"tried {calls.Count}", null, default, Named(default, names.Skip(1), set.Value))));
                break;
            case "":
                calls.Add(new Deed(new LiveCall(CallType.Identify, time, $"tried {calls.Count}", null, Named((before with { Calls = calls }).Read(new ValuePath(names[0])).Value.Element, names, set.Value))));
                break;
            default:
                var all = computed.ValueKind == JsonValueKind.Object ? JsonObject.Create(computed)! : [];
                Nested.Put(all, [.. names], set.Value);
                computed = JsonSerializer.SerializeToElement(all);
                break;
        }

        steps.Add(new SetStep(set.Path, JsonSerializer.SerializeToElement(set.Value), time)
        {
            Sentence = set.Value is null ? $"{Phrases.Path(set.Path)} taken away"
                : set.Wording is ['t', 'o', ' ', ..] or ['n', 'o', 't', ' ', 't', 'o', ..] ? $"{Phrases.Path(set.Path)} changed {set.Wording}"
                : $"{Phrases.Path(set.Path)} {(IsComputed(set.Path) ? "becomes" : "set to")} {set.Wording ?? Cut(set.Value.ToJsonString())}",
        });
    }

    // What else lies under the name stays.
    private static JsonElement Named(JsonElement old, IEnumerable<string> names, JsonNode? value)
    {
        List<string> path = [.. names];
        JsonObject all = [];
        if (path.Count > 1 && old.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            all[path[0]] = JsonNode.Parse(old.GetRawText());
        }

        Nested.Put(all, path, value);
        return JsonSerializer.SerializeToElement(all);
    }

    private static bool IsComputed(ValuePath path) => !Namespaces.IsOwnTrait(path) && path.Root != Namespaces.Company;

    private static string Cut(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
