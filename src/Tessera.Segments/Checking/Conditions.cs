using Tessera.Segments.Text;

namespace Tessera.Segments.Checking;

/// <summary>Walks over the conditions of a tree.</summary>
internal static class Conditions
{
    /// <summary>The conditions below all joints, in the order of the text. What a <c>where</c> holds is not among them.</summary>
    internal static IEnumerable<Expression> In(Expression expression)
    {
        Stack<Expression> open = new([expression]);
        while (open.TryPop(out var next))
        {
            if (next is All or Any or Not or AtLeastOf or CompanyDid)
            {
                foreach (var part in next.Parts.Reverse())
                {
                    open.Push(part);
                }
            }
            else
            {
                yield return next;
            }
        }
    }

    /// <summary>The same, each with whether it is about the events of the customer's company.</summary>
    internal static IEnumerable<(Expression Condition, bool OfCompany)> InScopes(Expression expression)
    {
        Stack<Expression> open = new([expression]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case All or Any or Not or AtLeastOf:
                    foreach (var part in next.Parts.Reverse())
                    {
                        open.Push(part);
                    }

                    break;
                case CompanyDid did:
                    yield return (did.Condition, true);
                    break;
                default:
                    yield return (next, false);
                    break;
            }
        }
    }

    /// <summary>The property conditions of a <c>where</c>, in the order of the text.</summary>
    internal static IEnumerable<PropertyCondition> Of(EventSelector selector) =>
        selector.Where is null ? [] : In(selector.Where).Where(condition => !ReferenceEquals(condition, Parser.Unread)).OfType<PropertyCondition>();

    /// <summary>The events that a condition is about, with the property it takes from each beyond those of <c>where</c>.</summary>
    internal static IEnumerable<(EventSelector Event, ValuePath? Property, ValueTest? Test)> Events(Expression condition) => condition switch
    {
        Did did => [(did.Event, null, null)],
        DidRegularly regular => [(regular.Event, null, null)],
        DidSequence sequence => Events(sequence),
        RecencyCondition recency => [(recency.Event, null, null)],
        MeasureCondition measure => Events(measure.Measure, measure.Measure.IsNumber ? null : measure.Test),
        TrendCondition trend => Events(trend.Measure, null),
        _ => [],
    };

    private static IEnumerable<(EventSelector Event, ValuePath? Property, ValueTest? Test)> Events(DidSequence sequence)
    {
        yield return (sequence.First, sequence.SameProperty, null);
        foreach (var step in sequence.Then)
        {
            yield return (step.Event, sequence.SameProperty, null);
        }

        if (sequence.Absence is { } absence)
        {
            yield return (absence.Event, sequence.SameProperty, null);
        }

        if (sequence.WithoutBetween is { } without)
        {
            yield return (without, null, null);
        }
    }

    private static IEnumerable<(EventSelector Event, ValuePath? Property, ValueTest? Test)> Events(Measure measure, ValueTest? test) => measure switch
    {
        CountOf count => [(count.Event, null, null)],
        DistinctCountOf count => [(count.Event, count.Property, null)],
        AggregateOf aggregate => [(aggregate.Event, aggregate.Property, new NumberCompares(Comparison.GreaterOrEqual, 0))],
        OccurrenceOf value => [(value.Event, value.Property, test)],
        MostFrequentOf value => [(value.Event, value.Property, test)],
        RatioOf ratio => Events(ratio.Dividend, test).Concat(Events(ratio.Divisor, test)),
        _ => [],
    };
}
