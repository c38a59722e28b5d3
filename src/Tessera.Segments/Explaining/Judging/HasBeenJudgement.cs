using System.Text.Json;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A trait has had one value for a length of time, by the history of identify calls.</summary>
internal sealed class HasBeenJudgement : Judgement
{
    private readonly TraitCondition trait;
    private readonly HasBeen test;
    private readonly RawValue value;
    private readonly Deed? since;

    internal HasBeenJudgement(TraitCondition trait, Judge judge)
        : base(trait, judge)
    {
        (this.trait, test) = (trait, (HasBeen)trait.Test);
        var inner = trait.Path.Segments.Skip(1).ToList();
        var setters = Facts.Calls.Where(deed => deed.Call is { Type: CallType.Identify, Values.ValueKind: JsonValueKind.Object } && deed.Call.Values.TryGetProperty(trait.Path.Root, out _));
        foreach (var setter in setters)
        {
            value = RawValue.At(setter.Call.Values.GetProperty(trait.Path.Root), inner);
            since = !value.IsText(test.Value) ? null : since ?? setter;
        }

        Course = since is null ? Course.Never : Course.During([(since.At + test.Length.Microseconds, long.MaxValue)], Facts.Now);
    }

    internal override string Kind => "trait";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var (needed, denied) = Demands.Of(test);
        var fact = $"{Phrases.Path(trait.Path)} is {Phrases.Value(value)}{(since is null ? string.Empty : $" since {Phrases.Instant(since.At, Facts.Zone)}")}";
        return new Account(fact, needed, denied) { Value = Phrases.Scalar(value), Deeds = since is null ? [] : [since] };
    }

    protected override IEnumerable<Plan> Remedies() => since is null
        ? [new Plan(new Set(trait.Path, test.Value), new WaitFor(test.Length.Microseconds))]
        : Holds ? [new Plan(new Set(trait.Path, $"not {test.Value}", $"anything but {Phrases.Quote(test.Value)}"))] : [];
}
