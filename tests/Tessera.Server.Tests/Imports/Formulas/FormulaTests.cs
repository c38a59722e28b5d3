using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Tests.Imports.Formulas;

public sealed class FormulaTests
{
    private static readonly ColumnNames Columns = new(["Quantity", "UnitPrice", "Unit price", "Qty-ordered", "Note", "Nothing", "Unit"]);
    private static readonly string[] Values = ["3", "2.55", "1,000.10", "7", "hello", "", "9"];

    [Theory]
    [InlineData("Quantity*UnitPrice", "7.65")]
    [InlineData("quantity * unitprice", "7.65")]
    [InlineData("Unit price*Quantity", "3000.3")] // a name with a blank needs no quotation marks
    [InlineData("Unit*2", "18")] // and does not hide a shorter one
    [InlineData("\"Unit price\" + 1", "1001.1")]
    [InlineData("[Qty-ordered] * 2", "14")]
    [InlineData("`Qty-ordered` * 2", "14")]
    [InlineData("Qty-ordered * 2", "14")]
    [InlineData("#1 + #2", "5.55")]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("12 / 4 / 3", "1")]
    [InlineData("-Quantity - -2", "-1")]
    [InlineData("0.1 + 0.2", "0.3")] // exact decimals
    [InlineData("abs(-2.5)", "2.5")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(-2.5)", "-3")]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)", "4")]
    [InlineData("coalesce(Nothing, Quantity)", "3")]
    [InlineData("coalesce(Nothing, 0) + 1", "1")]
    [InlineData("if(Quantity > 2, 10, 20)", "10")]
    [InlineData("if(Note = 'HELLO', UnitPrice, 0)", "2.55")]
    [InlineData("if(Quantity <> 3, 1, 2)", "2")]
    public void EvaluateNumber_Formula_IsComputedExactly(string text, string expected)
    {
        var value = FormulaParser.Parse(text, Columns).EvaluateNumber(new Row());
        value.Kind.ShouldBe(FormulaValueKind.Number);
        value.Number.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("'GBP'", "GBP")]
    [InlineData("Note & '-' & Quantity", "hello-3")]
    [InlineData("Nothing & Note", "hello")]
    [InlineData("Quantity * 2 & 'x'", "6x")]
    [InlineData("coalesce(Nothing, Note)", "hello")]
    [InlineData("Nothing", "")]
    [InlineData("Nothing * 2", "")] // empty stays empty
    public void Evaluate_Text_IsJoined(string text, string expected) =>
        FormulaParser.Parse(text, Columns).Evaluate(new Row()).ToText().ShouldBe(expected);

    [Theory]
    [InlineData("Note * 2", "Note is not a number", 4)]
    [InlineData("Quantity / 0", "the formula divides by zero", -1)]
    [InlineData("'abc' + 1", "\"abc\" is not a number", -1)]
    [InlineData("79228162514264337593543950335 * 2", "the formula comes to a number that is too large", -1)]
    public void EvaluateNumber_RowWithoutAnswer_SaysWhyAndWhichColumn(string text, string reason, int column)
    {
        var value = FormulaParser.Parse(text, Columns).EvaluateNumber(new Row());
        value.Kind.ShouldBe(FormulaValueKind.Failure);
        value.Reason.ShouldBe(reason);
        value.Column.ShouldBe(column);
    }

    [Theory]
    [InlineData("", 0, "the formula ends where a value should stand")]
    [InlineData("Quantity *", 10, "the formula ends where a value should stand")]
    [InlineData("Quantity * * 2", 11, "\"*\" was not expected")]
    [InlineData("Quantity UnitPrice", 9, "\"U\" was not expected")]
    [InlineData("(Quantity", 0, "a parenthesis is not closed")]
    [InlineData("'abc", 0, "a quotation mark is not closed")]
    [InlineData("1.2.3", 0, "\"1.2.3\" is not a number")]
    [InlineData("sum(Quantity)", 0, "there is no function \"sum\", only abs, round, min, max, coalesce, if")]
    [InlineData("if(Quantity, 1)", 0, "if takes 3 values, not 2")]
    [InlineData("Quantity * UnitPrise", 11, "there is no column \"UnitPrise\" in the file; did you mean \"UnitPrice\"? Its columns are \"Quantity\", \"UnitPrice\", \"Unit price\", \"Qty-ordered\", \"Note\", \"Nothing\", \"Unit\"")]
    [InlineData("Quantity; DROP TABLE order_lines", 8, "\";\" was not expected")]
    public void Parse_Mistake_IsExplainedWithItsPosition(string text, int position, string complaint)
    {
        var mistake = Should.Throw<FormulaException>(() => FormulaParser.Parse(text, Columns));
        mistake.Message.ShouldBe(complaint);
        mistake.Position.ShouldBe(position);
    }

    [Fact]
    public void Columns_Formula_AreThoseItReads() =>
        FormulaParser.Parse("if(Note = 'x', Quantity * UnitPrice, -#4)", Columns).Columns.Order().ShouldBe([0, 1, 3, 4]);

    [Fact]
    public void Parse_AnyText_IsAFormulaOrRefused() =>
        Prop.ForAll<string>(text =>
        {
            foreach (var candidate in new[] { text ?? string.Empty, "Quantity*" + text, "(" + text + ")", "if(" + text })
            {
                try
                {
                    _ = FormulaParser.Parse(candidate, Columns).EvaluateNumber(new Row());
                }
                catch (FormulaException mistake)
                {
                    mistake.Position.ShouldBeInRange(0, candidate.Length);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_HundredThousandParentheses_IsRefusedNotOverflowing() =>
        Should.Throw<FormulaException>(() => FormulaParser.Parse(new string('(', 100_000), Columns)).Message.ShouldBe("the formula is nested too deeply");

    private sealed class Row : IFormulaRow
    {
        public string Text(int column) => Values[column];

        public bool TryNumber(int column, out decimal number) => NumberReader.TryRead(Encoding.UTF8.GetBytes(Values[column]), NumberStyle.Point, out number);

        public bool IsEmpty(int column) => Values[column].Length == 0;
    }
}
