using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Tests.Imports.Numbers;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("6", "6")]
    [InlineData("-6", "-6")]
    [InlineData("+6", "6")]
    [InlineData("2.55", "2.55")]
    [InlineData("007.10", "7.10")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("12,34,567.8", "1234567.8")] // India groups by two
    [InlineData("1 234.5", "1234.5")]
    [InlineData("1\u00A0234.5", "1234.5")] // no-break space
    [InlineData("1\u202F234.5", "1234.5")] // narrow no-break space, French typography
    [InlineData("1'234.50", "1234.50")] // Switzerland
    [InlineData("1’234.50", "1234.50")]
    [InlineData("(12.30)", "-12.30")] // bookkeeping
    [InlineData("$(12.30)", "-12.30")]
    [InlineData("($12.30)", "-12.30")]
    [InlineData("12.30-", "-12.30")] // SAP
    [InlineData("\u221212.30", "-12.30")] // typographic minus
    [InlineData("£2.55", "2.55")]
    [InlineData("- £2.55", "-2.55")]
    [InlineData("€ 1,000.00", "1000.00")]
    [InlineData("1000 EUR", "1000")]
    [InlineData("USD 5.00", "5.00")]
    [InlineData("Rs.500", "500")] // the point belongs to the currency
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1.5E+3", "1500")]
    [InlineData("1e-2", "0.01")]
    [InlineData("123456789012345678901234.5678", "123456789012345678901234.5678")]
    [InlineData("2.5499999999999998", "2.5499999999999998")]
    public void TryRead_PointStyle_ReadsExactly(string text, string expected)
    {
        NumberReader.TryRead(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out var value).ShouldBeTrue();
        value.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2,55", "2.55")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234,56 €", "1234.56")]
    [InlineData("-1.234,56 EUR", "-1234.56")]
    [InlineData("1.234", "1234")]
    public void TryRead_CommaStyle_ReadsExactly(string text, string expected)
    {
        NumberReader.TryRead(Encoding.UTF8.GetBytes(text), NumberStyle.Comma, out var value).ShouldBeTrue();
        value.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("12 pcs")]
    [InlineData("1.2.3")]
    [InlineData("1,23")] // a group has three digits
    [InlineData("1234,567")] // so has the first one, at most
    [InlineData("1,234'567")] // one kind of separator
    [InlineData("--5")]
    [InlineData("-5-")]
    [InlineData("-(5)")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("5.")]
    [InlineData("0x1F")]
    [InlineData("1e999")]
    [InlineData("EUR 5 USD")]
    [InlineData("99999999999999999999999999999999")] // more than 28 digits
    [InlineData("2011-12-09")]
    [InlineData("85123A")]
    public void TryRead_NotANumberInPointStyle_SaysSo(string text) =>
        NumberReader.TryRead(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out _).ShouldBeFalse();

    [Theory]
    [InlineData("£2.55", "GBP")]
    [InlineData("2.55 €", "EUR")]
    [InlineData("US$2.55", "USD")]
    [InlineData("$2.55", "$")] // several currencies share it
    [InlineData("2.55 KR.", "kr")]
    [InlineData("Rs.2.55", "Rs")]
    [InlineData("CHF 2.55", "CHF")]
    [InlineData("2.55 zł", "PLN")]
    [InlineData("eur 2.55", "EUR")]
    [InlineData("2.55", null)]
    public void TryRead_AmountWithCurrency_NamesItsCode(string text, string? expected)
    {
        NumberReader.TryRead(Encoding.UTF8.GetBytes(text), NumberStyle.Point, out _, out var currency).ShouldBeTrue();
        currency.ShouldBe(expected);
    }

    [Fact]
    public void TryRead_AnyDecimalWrittenInEitherStyle_ReadsTheSameNumber() =>
        Prop.ForAll<decimal>(number =>
        {
            // 18 digits are enough for any money, and the formatting below keeps all of them.
            var value = decimal.Round(number % 1_000_000_000_000m, 6);
            var point = value.ToString("#,##0.######", CultureInfo.InvariantCulture);
            var comma = point.Replace(',', '_').Replace('.', ',').Replace('_', '.');
            NumberReader.TryRead(Encoding.UTF8.GetBytes(point), NumberStyle.Point, out var fromPoint).ShouldBeTrue(point);
            NumberReader.TryRead(Encoding.UTF8.GetBytes(comma), NumberStyle.Comma, out var fromComma).ShouldBeTrue(comma);
            fromPoint.ShouldBe(value);
            fromComma.ShouldBe(value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryRead_AnyBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            _ = NumberReader.TryRead(bytes, NumberStyle.Point, out _);
            _ = NumberReader.TryRead(bytes, NumberStyle.Comma, out _);
            new NumberEvidence().Add(bytes);
        }).QuickCheckThrowOnFailure();
}
