namespace Tessera.Segments.Tests.Support;

/// <summary>Makes trees at random that reach every construct of the language, the same for the same seed.</summary>
internal sealed class TreeGenerator(Random random, Vocabulary words)
{
    internal TreeGenerator(Random random)
        : this(random, Vocabulary.Strange)
    {
    }

    internal Segment Segment(int depth = 3) => new(Expression(depth));

    internal Expression Expression(int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            return random.Next(5) switch
            {
                0 => new All(Several(depth)),
                1 => new Any(Several(depth)),
                2 => new Not(Expression(depth - 1)),
                3 => new AtLeastOf(random.Next(4), new ValueList<Expression>(Several(depth))),
                _ => new CompanyDid(random.Next(3) switch { 0 => Did(), 1 => Regularly(), _ => Sequence() }),
            };
        }

        return random.Next(14) switch
        {
            0 or 1 => Trait(),
            2 or 3 => Did(),
            4 => Regularly(),
            5 => Sequence(),
            6 => MeasureCondition(),
            7 => new TrendCondition(NumericMeasure(() => new InLast(Duration())), Pick<Trend>(), new Percentage(Pick(10, 50, 33.5, 250))),
            8 => new RecencyCondition(Pick<Occurrence>(), Event(), (DateTest)Pick<ValueTest>(
                new DateIsWithinLast(Duration()), new DateIsMoreThanAgo(Duration()), new DateIsBefore(Instant()), new DateIsAfter(Instant()))),
            9 => new InSegment(Key()),
            10 => random.Next(2) == 0 ? new EnteredSegment(Key(), Period()) : new LeftSegment(Key(), Period()),
            11 => new HasBeenInSegment(Key(), Duration()),
            12 => new ConsentsTo(Pick(words.Purposes)),
            _ => new InRandomShare(Share(), Pick(words.Texts)),
        };
    }

    internal EventSelector Event() => new(
        random.Next(5) == 0 ? null : new EventName(Pick(words.Events)),
        random.Next(3) == 0 ? Where(2) : null);

    private List<Expression> Several(int depth) => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Expression(depth - 1))];

    private Expression Where(int depth) => depth == 0 || random.Next(2) == 0
        ? new PropertyCondition(Path(isProperty: true), Test(isProperty: true))
        : random.Next(3) switch
        {
            0 => new All(Where(depth - 1), Where(depth - 1)),
            1 => new Any(Where(depth - 1), Where(depth - 1)),
            _ => new Not(Where(depth - 1)),
        };

    private TraitCondition Trait()
    {
        var test = Test(isProperty: false);
        return test switch
        {
            IsInExtremeShare => new TraitCondition(new ValuePath("score", Pick("churn", "value")), test),
            HasBeen => new TraitCondition(new ValuePath(Pick("plan", "Favourite colour")), test),
            _ => new TraitCondition(Path(isProperty: false), test),
        };
    }

    private ValuePath Path(bool isProperty)
    {
        if ((isProperty ? words.PropertyPaths : words.TraitPaths) is { } paths)
        {
            return Pick(paths);
        }

        List<string> segments = [Pick(words.Names)];
        while (random.Next(3) == 0)
        {
            segments.Add(Pick([.. words.Names, "0", "12"]));
        }

        return random.Next(6) == 0
            ? Pick(new ValuePath("persona"), new ValuePath("company", "plan"), new ValuePath("context", "app", "version"), new ValuePath("rfm", "recency"))
            : new ValuePath(new ValueList<string>(segments));
    }

    private ValueTest Test(bool isProperty) => random.Next(isProperty ? 18 : 20) switch
    {
        0 => new TextIs(Pick(words.Texts), Coin()),
        1 => new TextIsOneOf(TextList(), Coin()),
        2 => new TextContains(Pick(words.Texts), Coin()),
        3 => new TextStartsWith(Pick(words.Texts)),
        4 => new TextEndsWith(Pick(words.Texts)),
        5 => new TextMatches(Pick(words.Patterns)),
        6 or 7 => new NumberCompares(Pick<Comparison>(), Pick(words.Numbers)),
        8 => Range(),
        9 => new BooleanIs(Coin(), Coin()),
        10 => new IsSet(Coin()),
        11 => new DateIsWithinNext(Duration()),
        12 => new DateIsWithinLast(Duration()),
        13 => new DateIsBefore(Instant()),
        14 => new DateIsAfter(Instant()),
        15 => Coin() ? new DateIsMoreThanAgo(Duration()) : new HasAnniversaryWithinNext(new Duration(random.Next(1, words.Longest), Pick(DurationUnit.Days, DurationUnit.Weeks))),
        16 => new Includes(TextList(), Coin()),
        17 => new VersionCompares(Pick<Comparison>(), SemanticVersion.TryParse(Pick(words.Versions), out var version) ? version : throw new InvalidOperationException()),
        18 => new IsInExtremeShare(Pick<Extreme>(), Share()),
        _ => new HasBeen(Pick(words.Texts), Duration()),
    };

    private NumberIsBetween Range()
    {
        var (low, high) = (Pick(words.Numbers), Pick(words.Numbers));
        return new NumberIsBetween(Math.Min(low, high), Math.Max(low, high));
    }

    private Did Did() => Coin() ? new Did(Event()) : new Did(Event(), Quantity(), Period());

    private DidRegularly Regularly() => new(Event(), Quantity(), Pick<DurationUnit>(), random.Next(4), random.Next(1, 5));

    private DidSequence Sequence()
    {
        var steps = random.Next(0, 3);
        var absence = steps == 0 || random.Next(3) == 0 ? new SequenceAbsence(Event(), Duration()) : null;
        return new DidSequence(
            Event(),
            new ValueList<SequenceStep>(Enumerable.Range(0, steps).Select(_ => new SequenceStep(Event(), Coin() ? Duration() : null))),
            absence,
            random.Next(3) == 0 ? Path(isProperty: true) : null,
            steps > 0 && random.Next(3) == 0 ? Event() : null,
            Period());
    }

    private MeasureCondition MeasureCondition()
    {
        if (Coin())
        {
            var number = Coin() ? NumericMeasure(Period) : new RatioOf(NumericMeasure(Period), NumericMeasure(Period));
            return new MeasureCondition(number, Coin() ? new NumberCompares(Pick<Comparison>(), Pick(words.Numbers)) : Range());
        }

        Measure value = Coin() ? new OccurrenceOf(Pick<Occurrence>(), Path(isProperty: true), Event(), Period()) : new MostFrequentOf(Path(isProperty: true), Event(), Period());
        ValueTest test;
        do
        {
            test = Test(isProperty: true);
        }
        while (test is IsSet);
        return new MeasureCondition(value, test);
    }

    private Measure NumericMeasure(Func<Period> period) => random.Next(3) switch
    {
        0 => new CountOf(Event(), period()),
        1 => new DistinctCountOf(Path(isProperty: true), Event(), period()),
        _ => new AggregateOf(Pick<NumberAggregate>(), Path(isProperty: true), Event(), period()),
    };

    private Quantity Quantity()
    {
        var kind = Pick<CountTestKind>();
        var count = random.Next(4);
        return new Quantity(kind == CountTestKind.Between ? CountTest.Between(count, count + random.Next(3)) : new CountTest(kind, count), Pick<Counted>());
    }

    private Period Period() => random.Next(10) switch
    {
        0 => new InLast(Duration()),
        1 => new Since(Instant()),
        2 => new Before(Instant()),
        3 => Between(),
        4 => new InFirst(Duration()),
        5 => new BetweenAgo(random.Next(5, words.Longest), random.Next(5), Pick<DurationUnit>()),
        6 => new InCurrent(Pick<CalendarUnit>()),
        7 => new InPrevious(Pick<CalendarUnit>()),
        _ => Ever.Period,
    };

    private BetweenInstants Between()
    {
        var (one, other) = (Instant(), Instant());
        return BetweenInstants.IsReversed(one, other) ? new BetweenInstants(other, one) : new BetweenInstants(one, other);
    }

    private Instant Instant() => Coin() ? new StartOfDay(Pick(words.Days)) : new ExactInstant(Pick(words.Instants));

    private Duration Duration() => new(random.Next(1, words.Longest), Pick<DurationUnit>());

    private Percentage Share() => new(Pick(10, 0.5, 33.333, 100));

    private SegmentKey Key() => new(Pick(words.Keys));

    private ValueList<string> TextList() => new(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(words.Texts)));

    private bool Coin() => random.Next(2) == 0;

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];

    private T Pick<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());
}
