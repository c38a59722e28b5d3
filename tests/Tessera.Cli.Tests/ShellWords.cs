using System.Text;

namespace Tessera.Cli.Tests;

/// <summary>The words of a documented command line, as a POSIX shell would hand them over: quotes of both kinds, no expansion.</summary>
internal static class ShellWords
{
    public static string[] Of(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var begun = false;
        for (var index = 0; index < line.Length; index++)
        {
            var letter = line[index];
            if (letter is '\'' or '"')
            {
                begun = true;
                while (++index < line.Length && line[index] != letter)
                {
                    if (letter == '"' && line[index] == '\\' && index + 1 < line.Length && line[index + 1] is ('"' or '\\'))
                    {
                        index++;
                    }

                    word.Append(line[index]);
                }
            }
            else if (!char.IsWhiteSpace(letter))
            {
                begun = true;
                word.Append(letter);
            }
            else if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }

        if (begun)
        {
            words.Add(word.ToString());
        }

        return [.. words];
    }
}
