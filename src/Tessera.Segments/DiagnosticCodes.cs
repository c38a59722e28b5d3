namespace Tessera.Segments;

/// <summary>The codes of <see cref="Diagnostic"/>s. They are part of the contract: texts may change, codes do not.</summary>
public static class DiagnosticCodes
{
    /// <summary>Something else is expected here.</summary>
    public const string Expected = "expected";

    /// <summary>There is nothing to read.</summary>
    public const string EmptyDefinition = "empty-definition";

    /// <summary>The text is longer than <see cref="Segment.MaxTextLength"/>.</summary>
    public const string TooLong = "too-long";

    /// <summary>Brackets, <c>not</c>s or groups nest deeper than <see cref="Segment.MaxDepth"/>.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>There are more problems than are listed.</summary>
    public const string TooManyErrors = "too-many-errors";

    /// <summary>A character that the language does not use.</summary>
    public const string UnknownCharacter = "unknown-character";

    /// <summary>A quoted text has no closing quote on its line.</summary>
    public const string UnterminatedText = "unterminated-text";

    /// <summary>A backslash in quotes is followed by something that means nothing.</summary>
    public const string BadEscape = "bad-escape";

    /// <summary>Text is not in double quotes, or something that is no text is.</summary>
    public const string BadQuotes = "bad-quotes";

    /// <summary>An operator of another language: <c>==</c>, <c>&amp;&amp;</c> ….</summary>
    public const string ForeignOperator = "foreign-operator";

    /// <summary>Not a number, or one that is too long or not whole where it must be.</summary>
    public const string BadNumber = "bad-number";

    /// <summary>Not a day or instant.</summary>
    public const string BadInstant = "bad-instant";

    /// <summary>A duration that is not positive, or longer than a thousand years.</summary>
    public const string BadDuration = "bad-duration";

    /// <summary>A unit of time that has no fixed length, or is none.</summary>
    public const string BadUnit = "bad-unit";

    /// <summary>A percentage of 0, below it, or above all.</summary>
    public const string BadPercentage = "bad-percentage";

    /// <summary>A quantity below zero.</summary>
    public const string NegativeQuantity = "negative-quantity";

    /// <summary>A list without items.</summary>
    public const string EmptyList = "empty-list";

    /// <summary>A period that ends before it starts.</summary>
    public const string ReversedPeriod = "reversed-period";

    /// <summary>A range of numbers whose upper end is below its lower.</summary>
    public const string ReversedRange = "reversed-range";

    /// <summary>Two units that must be the same are not, or a unit does not suit what it measures.</summary>
    public const string UnitMismatch = "unit-mismatch";

    /// <summary>Parts that are each known, in an order or combination that is not.</summary>
    public const string Misplaced = "misplaced";

    /// <summary>A test that does not suit what it is put to.</summary>
    public const string UnsuitableTest = "unsuitable-test";

    /// <summary>Not a regular expression in RE2 syntax.</summary>
    public const string BadPattern = "bad-pattern";

    /// <summary>Not a version.</summary>
    public const string BadVersion = "bad-version";

    /// <summary>An event that was never seen.</summary>
    public const string UnknownEvent = "unknown-event";

    /// <summary>A property that this event was never seen with.</summary>
    public const string UnknownProperty = "unknown-property";

    /// <summary>A trait that no customer was seen with.</summary>
    public const string UnknownTrait = "unknown-trait";

    /// <summary>A purpose that no customer was asked to consent to.</summary>
    public const string UnknownConsent = "unknown-consent";

    /// <summary>A value that this trait or property was never seen with.</summary>
    public const string UnknownValue = "unknown-value";

    /// <summary>A segment that does not exist.</summary>
    public const string UnknownSegment = "unknown-segment";

    /// <summary>A segment whose own definition is to be mended first.</summary>
    public const string FaultySegment = "faulty-segment";

    /// <summary>A segment of which it is not kept who entered and left when.</summary>
    public const string NoHistory = "no-history";

    /// <summary>Values seen are of another type than the test reads, so that it can hardly match.</summary>
    public const string TypeMismatch = "type-mismatch";

    /// <summary>Segments that refer to one another in a circle.</summary>
    public const string Cycle = "cycle";

    /// <summary>A condition that holds for everybody, or for nobody, whatever they do.</summary>
    public const string Constant = "constant";

    /// <summary>A definition that would cost more than the limit to evaluate.</summary>
    public const string TooExpensive = "too-expensive";
}
