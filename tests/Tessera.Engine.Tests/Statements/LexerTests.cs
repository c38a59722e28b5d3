using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Tests.Statements;

public sealed class LexerTests
{
    [Theory]
    [InlineData("a 'b''c' \"d\" `e` f.g", "a|'b''c'|\"d\"|`e`|f|.|g")]
    [InlineData(@"'it\'s' 'x\\' y", @"'it\'s'|'x\\'|y")]
    [InlineData("$tag$ 'quote; $tag$ x", "$tag$ 'quote; $tag$|x")]
    [InlineData("a$b$c", "a$b$c")]
    [InlineData("1$a$ x $a$", "1|$a$ x $a$")]
    [InlineData("$ 1", "$|1")]
    [InlineData("‘text; here’ “name”", "‘text; here’|“name”")]
    [InlineData("a--b\nc//d\ne#f", "a|c|e|#|f")]
    [InlineData("x /* ; */ y", "x|y")]
    public void Next_Text_SplitsAsClickHouseDoes(string sql, string tokens) => string.Join('|', Tokens(sql)).ShouldBe(tokens);

    [Theory]
    [InlineData("SELECT 'open")]
    [InlineData("SELECT /* open")]
    [InlineData("SELECT `open")]
    [InlineData("SELECT ‘open")]
    public void Next_UnclosedQuote_ExtendsToTheEnd(string sql)
    {
        var lexer = new Lexer(Encoding.UTF8.GetBytes(sql));
        lexer.Next().Kind.ShouldBe(TokenKind.Word);

        var token = lexer.Next();

        token.Kind.ShouldBe(TokenKind.Unclosed);
        token.End.ShouldBe(Encoding.UTF8.GetByteCount(sql));
    }

    [Fact]
    public void Next_AnyText_ComesToAnEnd() => Prop.ForAll<string>(sql =>
    {
        var text = Encoding.UTF8.GetBytes(sql ?? "");
        var lexer = new Lexer(text);
        var end = 0;
        for (var token = lexer.Next(); token.Kind is not (TokenKind.End or TokenKind.Unclosed); token = lexer.Next())
        {
            token.Start.ShouldBeGreaterThanOrEqualTo(end);
            token.End.ShouldBeGreaterThan(token.Start);
            end = token.End;
        }

        end.ShouldBeLessThanOrEqualTo(text.Length);
    }).Check(Config.QuickThrowOnFailure.WithReplay(1, 3));

    private static List<string> Tokens(string sql)
    {
        var text = Encoding.UTF8.GetBytes(sql);
        List<string> tokens = [];
        var lexer = new Lexer(text);
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            tokens.Add(Encoding.UTF8.GetString(text, token.Start, token.End - token.Start));
        }

        return tokens;
    }
}
