using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Imports.Dates;

namespace Tessera.Server.Tests.Imports.Dates;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2010-12-01 08:26:00", "2010-12-01T08:26:00Z")]
    [InlineData("2010-12-01", "2010-12-01T00:00:00Z")]
    [InlineData("2010-12-01T08:26", "2010-12-01T08:26:00Z")]
    [InlineData("2010-12-01T08:26:00Z", "2010-12-01T08:26:00Z")]
    [InlineData("2010-12-01T08:26:00.123456Z", "2010-12-01T08:26:00.123456Z")]
    [InlineData("2010-12-01T08:26:00+01:00", "2010-12-01T07:26:00Z")]
    [InlineData("2010-12-01 08:26:00 -0500", "2010-12-01T13:26:00Z")] // Shopify
    [InlineData("2010-12-01 08:26:00 UTC", "2010-12-01T08:26:00Z")]
    [InlineData("2010/12/1", "2010-12-01T00:00:00Z")]
    [InlineData("2010.12.01", "2010-12-01T00:00:00Z")]
    [InlineData("1 December 2010", "2010-12-01T00:00:00Z")]
    [InlineData("1-Dec-10", "2010-12-01T00:00:00Z")]
    [InlineData("Dec 1, 2010", "2010-12-01T00:00:00Z")]
    [InlineData("Dec. 1st, 2010 8:26 PM", "2010-12-01T20:26:00Z")]
    [InlineData("Dec 1, 2010 12:03:04 AM PST", "2010-12-01T08:03:04Z")] // Amazon
    [InlineData("Wed, 01 Dec 2010 08:26:00 +0000", "2010-12-01T08:26:00Z")] // RFC 2822
    [InlineData("Wed Dec 01 2010 08:26:00 GMT+0100 (Central European Standard Time)", "2010-12-01T07:26:00Z")] // JavaScript
    [InlineData("1. Dezember 2010", "2010-12-01T00:00:00Z")]
    [InlineData("1 décembre 2010", "2010-12-01T00:00:00Z")]
    [InlineData("01 mrt 2010", "2010-03-01T00:00:00Z")]
    [InlineData("2010-12-01 24:00", "2010-12-02T00:00:00Z")]
    [InlineData("2008-12-31 23:59:60", "2008-12-31T23:59:59Z")] // leap second
    public void TryRead_DatesWithOneMeaning_NeedNoStyle(string text, string expected)
    {
        foreach (var order in Enum.GetValues<DateOrder>())
        {
            Read(text, new DateStyle(order)).ShouldBe(Instant(expected));
        }
    }

    [Theory]
    [InlineData("3/4/2011", "d/m/y", "2011-04-03")]
    [InlineData("3/4/2011", "m/d/y", "2011-03-04")]
    [InlineData("12/1/2010 8:26", "m/d/y", "2010-12-01T08:26:00")]
    [InlineData("03.04.2011 14:05", "d/m/y", "2011-04-03T14:05:00")]
    [InlineData("03-04-11", "d/m/y", "2011-04-03")]
    [InlineData("03-04-11", "y/m/d", "2003-04-11")]
    [InlineData("03/04/99", "d/m/y", "1999-04-03")]
    [InlineData("29/02/2012", "d/m/y", "2012-02-29")]
    [InlineData("4/3/2011 12:00 AM", "m/d/y", "2011-04-03T00:00:00")]
    [InlineData("4/3/2011 12:00 PM", "m/d/y", "2011-04-03T12:00:00")]
    [InlineData("4/3/2011 3 p.m.", "m/d/y", "2011-04-03T15:00:00")]
    public void TryRead_ThreeNumbers_FollowsTheOrder(string text, string style, string expected) =>
        Read(text, Style(style)).ShouldBe(Instant(expected));

    [Theory]
    [InlineData("1291191960", "unix-seconds", "2010-12-01T08:26:00")]
    [InlineData("1291191960.5", "unix-seconds", "2010-12-01T08:26:00.5")]
    [InlineData("1291191960123", "unix-milliseconds", "2010-12-01T08:26:00.123")]
    [InlineData("1291191960123456", "unix-microseconds", "2010-12-01T08:26:00.123456")]
    [InlineData("40513.3513888889", "excel", "2010-12-01T08:26:00")]
    [InlineData("40513", "excel", "2010-12-01")]
    [InlineData("20101201", "compact", "2010-12-01")]
    [InlineData("20101201082600", "compact", "2010-12-01T08:26:00")]
    public void TryRead_SingleNumbers_FollowTheirKind(string text, string style, string expected) =>
        Read(text, Style(style)).ShouldBe(Instant(expected));

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("31/02/2011")]
    [InlineData("29/02/2011")]
    [InlineData("13/13/2011")]
    [InlineData("0/4/2011")]
    [InlineData("3/4/20111")]
    [InlineData("3/4/211")]
    [InlineData("3/4/2011 25:00")]
    [InlineData("3/4/2011 08:60")]
    [InlineData("3/4/2011 13:00 PM")]
    [InlineData("3/4/2011 8")]
    [InlineData("3/4/2011 tomorrow")]
    [InlineData("3/4")]
    [InlineData("1969-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("40513")] // a number is a date only in a style that says so
    [InlineData("+49 30 1234567")]
    public void TryRead_NotADate_SaysSo(string text) =>
        new DateReader(new DateStyle(DateOrder.DayMonthYear), TimeZoneInfo.Utc).TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Theory]
    [InlineData("2011-07-01 12:00", "2011-07-01T10:00:00")] // summer
    [InlineData("2011-01-01 12:00", "2011-01-01T11:00:00")] // winter
    [InlineData("2011-03-27 02:30", "2011-03-27T01:00:00")] // the clock skips from 2:00 to 3:00
    [InlineData("2011-10-30 02:30", "2011-10-30T01:30:00")] // shown twice: the later one
    [InlineData("2011-07-01 12:00Z", "2011-07-01T12:00:00")] // an offset in the text wins
    public void TryRead_InATimeZone_ConvertsToUtc(string text, string expected)
    {
        var reader = new DateReader(new DateStyle(DateOrder.YearMonthDay), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        reader.TryRead(Encoding.UTF8.GetBytes(text), out var instant).ShouldBeTrue();
        instant.ShouldBe(Instant(expected));
        instant.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void TryRead_SameTextTwiceAndAnotherBetween_AnswersTheSame()
    {
        var reader = new DateReader(new DateStyle(DateOrder.YearMonthDay), TimeZoneInfo.Utc);
        reader.TryRead("2011-01-01"u8, out var first).ShouldBeTrue();
        reader.TryRead("nothing"u8, out _).ShouldBeFalse();
        reader.TryRead("2011-01-02"u8, out var second).ShouldBeTrue();
        reader.TryRead("2011-01-01"u8, out var third).ShouldBeTrue();
        third.ShouldBe(first);
        second.ShouldBe(first.AddDays(1));
    }

    [Fact]
    public void TryRead_AnyInstantInAnyStyle_RoundTrips()
    {
        (string Format, DateOrder Order)[] formats =
        [
            ("yyyy-MM-dd HH:mm:ss.ffffff", DateOrder.DayMonthYear),
            ("dd/MM/yyyy HH:mm:ss.ffffff", DateOrder.DayMonthYear),
            ("MM/dd/yyyy hh:mm:ss.ffffff tt", DateOrder.MonthDayYear),
            ("d MMM yyyy H:mm:ss.ffffff", DateOrder.MonthDayYear),
            ("MMMM d, yyyy hh:mm:ss.ffffff tt", DateOrder.DayMonthYear),
            ("d.M.yyyy HH:mm:ss.ffffff", DateOrder.DayMonthYear),
        ];
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), ArbMap.Default.GeneratorFor<long>().ToArbitrary(), (seed, microseconds) =>
        {
            var instant = DateTime.UnixEpoch.AddDays(Math.Abs(seed % 80_000)).AddMicroseconds(Math.Abs(microseconds % 86_400_000_000));
            foreach (var (format, order) in formats)
            {
                Read(instant.ToString(format, CultureInfo.InvariantCulture), new DateStyle(order)).ShouldBe(instant);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryRead_AnyBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            foreach (var kind in Enum.GetValues<DateNumber>())
            {
                _ = new DateReader(new DateStyle(DateOrder.DayMonthYear, kind), TimeZoneInfo.Utc).TryRead(bytes, out _);
            }

            new DateEvidence().Add(bytes);
        }).QuickCheckThrowOnFailure();

    private static DateTime Read(string text, DateStyle style)
    {
        new DateReader(style, TimeZoneInfo.Utc).TryRead(Encoding.UTF8.GetBytes(text), out var instant).ShouldBeTrue(text);
        return instant;
    }

    private static DateStyle Style(string name)
    {
        DateStyle.TryRead(name, out var style).ShouldBeTrue(name);
        return style;
    }

    private static DateTime Instant(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
