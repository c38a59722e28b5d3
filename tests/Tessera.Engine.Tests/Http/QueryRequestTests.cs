using System.Net;
using Tessera.Engine.Statements;
using Tessera.Testing;
using static Tessera.Engine.Tests.Http.EngineHttp;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class QueryRequestTests(EngineFixture engine)
{
    private HttpClient Http => engine.Http;

    [Fact]
    public async Task Query_Settings_ApplyToOneStatementOnly()
    {
        const string Ask = "SELECT getSetting('max_block_size'), getSetting('join_use_nulls'), getSetting('max_memory_usage') > 1000000";
        var usual = (await Http.PostAsync(Ask)).Ok();

        for (var i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask, "max_block_size=1234&join_use_nulls=1&max_memory_usage=1000000")).Ok().ShouldBe("1234\ttrue\t0\n");
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
        }

        (await Http.PostAsync(Ask, "max_block_size=1234&no_such_setting=1")).ShouldFail(115, HttpStatusCode.NotFound);
        (await Http.PostAsync(Ask, "max_block_size=1234&join_use_nulls=banana")).Code.ShouldNotBe(0);
        for (var i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
        }
    }

    [Fact]
    public async Task Query_SetAndUse_LeaveNothingBehind()
    {
        const string Ask = "SELECT getSetting('max_block_size'), currentDatabase()";
        var usual = (await Http.PostAsync(Ask)).Ok();

        for (var i = 0; i < 8; i++)
        {
            (await Http.PostAsync("SET max_block_size = 4321")).Ok();
            (await Http.PostAsync("USE system")).Ok();
            (await Http.PostAsync("SET readonly = 1")).Ok();
        }

        for (var i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
            (await Http.PostAsync("DROP TABLE IF EXISTS no_such_table")).Ok();
        }
    }

    [Theory]
    [InlineData("String", "tab\there newline\nreturn\r backslash\\ quote' \"double\" 漢字 🙂", @"tab\there newline\nreturn\r backslash\\ quote\' ""double"" 漢字 🙂")]
    [InlineData("String", "'); DROP TABLE x; --", @"\'); DROP TABLE x; --")]
    [InlineData("Int64", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("Float64", "1e300", "1e300")]
    [InlineData("Decimal(18, 4)", "12345.6789", "12345.6789")]
    [InlineData("DateTime64(6, 'UTC')", "2011-12-09 12:50:00.123456", "2011-12-09 12:50:00.123456")]
    [InlineData("Date", "2011-12-09", "2011-12-09")]
    [InlineData("UUID", "61f0c404-5cb3-11e7-907b-a6006ad3dba0", "61f0c404-5cb3-11e7-907b-a6006ad3dba0")]
    [InlineData("Array(String)", "['a\\'b','c,d']", @"[\'a\\\'b\',\'c,d\']")]
    [InlineData("Array(UInt8)", "[1,2,3]", "[1,2,3]")]
    [InlineData("Bool", "true", "true")]
    [InlineData("Map(String, UInt8)", "{'a':1}", @"{\'a\':1}")]
    public async Task Query_Parameters_ArriveAsTheyWere(string type, string value, string shown)
    {
        // Inside arrays and maps strings are quoted, and the whole is not escaped once more.
        var sent = value.StartsWith('[') || value.StartsWith('{') ? value : TabSeparated.Escape(value);

        var text = (await Http.PostAsync($"SELECT toString({{value:{type}}})", "param_value=" + Uri.EscapeDataString(sent))).Ok();

        text.ShouldBe(shown + "\n");
    }

    [Theory]
    [InlineData("SELECT 1", "JSON; DROP TABLE kept")]
    [InlineData("SELECT 1", "JSON\n\nDROP TABLE kept")]
    [InlineData("SELECT 1 AS a SETTINGS max_threads = 1", "JSON SETTINGS max_threads = 2")]
    [InlineData("INSERT INTO kept", "CSV\n1\n\nDROP TABLE kept")]
    public async Task Query_FormatThatIsNoName_IsRefused(string sql, string format)
    {
        var answer = await Http.PostAsync(sql, "default_format=" + Uri.EscapeDataString(format));

        answer.ShouldFail(73, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("database=x%60%3B%20DROP%20TABLE%20kept", 81)]
    [InlineData("max_threads%20%3D%201%2C%20x=1", 115)]
    [InlineData("max_block_size=1'%2C%20readonly%3D'1", null)]
    public async Task Query_DatabaseOrSettingThatWouldBeSql_IsOnlyAName(string query, int? code)
    {
        var answer = await Http.PostAsync("SELECT 1", query);

        answer.Code.ShouldNotBe(0);
        answer.Code.ShouldBe(code ?? answer.Code);
        (await Http.PostAsync("SELECT getSetting('readonly')")).Ok().ShouldBe("0\n");
    }

    [Fact]
    public async Task Query_NullParameter_IsNull() =>
        (await Http.PostAsync("SELECT {value:Nullable(String)} IS NULL", "param_value=%5CN")).Ok().ShouldBe("1\n");

    [Fact]
    public async Task Query_IdentifierParameter_NamesATable() =>
        (await Http.PostAsync("SELECT count() FROM {database:Identifier}.{table:Identifier}", "param_database=system&param_table=one")).Ok().ShouldBe("1\n");

    [Fact]
    public async Task Query_ParameterThatDoesNotFit_IsRefused()
    {
        (await Http.PostAsync("SELECT {value:UInt8}", "param_value=banana")).Code.ShouldBe(457);
        (await Http.PostAsync("SELECT {value:UInt8}")).Code.ShouldBe(456);
    }

    [Fact]
    public async Task Query_ParametersAsForm_Work()
    {
        string longText = new('x', 300_000);
        using var form = new MultipartFormDataContent() { { new StringContent("SELECT length({value:String})"), "query" }, { new StringContent(longText), "param_value" } };

        (await Http.SendAsync("", form, null)).Ok().ShouldBe("300000\n");
    }
}
