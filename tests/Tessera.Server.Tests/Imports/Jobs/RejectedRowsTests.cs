using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Rows;
using Tessera.Testing;

namespace Tessera.Server.Tests.Imports.Jobs;

public sealed class RejectedRowsTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("=HYPERLINK(x)", "'=HYPERLINK(x)")]
    [InlineData("@now", "'@now")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("-3.50", "-3.50")]
    [InlineData("tea", "tea")]
    public async Task Add_OfATextThatASpreadsheetWouldCalculate_SaysThatItIsText(string value, string written)
    {
        var path = root.Combine("rejected.csv");
        using (var rows = new RejectedRows(path))
        {
            rows.Add(7, new RowProblem("not a number", "price", value), value);
        }

        (await File.ReadAllLinesAsync(path)).ShouldBe([RejectedRows.Header, $"7,price,{written},not a number,{written}"]);
    }
}
