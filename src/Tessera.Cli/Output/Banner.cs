using Spectre.Console;

namespace Tessera.Cli.Output;

/// <summary>What is printed when a server has started: where it is and how to get in.</summary>
internal static class Banner
{
    public static void Write(ProgramEnvironment environment, Uri address, Uri signInLink, string remark)
    {
        if (environment.OutIsTerminal)
        {
            // The link is one unbroken line, outside the panel, so that a terminal can click it and a mouse can copy it.
            var console = Terminal.For(environment.Out);
            console.Write(new Panel($"[bold]Tessera is running at {Markup.Escape(address.OriginalString)}[/]\n{Markup.Escape(remark)}")
                .Border(BoxBorder.Rounded)
                .Padding(2, 0));
            environment.Out.WriteLine("Open this link to sign in (it works once and for an hour; \"./tessera link\" prints another):");
            environment.Out.WriteLine();
            environment.Out.WriteLine($"  {signInLink.OriginalString}");
            environment.Out.WriteLine();
            environment.Out.WriteLine("Press ctrl-C to stop.");
        }
        else
        {
            environment.Out.WriteLine($"Tessera is running at {address.OriginalString}");
            environment.Out.WriteLine($"Sign in: {signInLink.OriginalString}");
            environment.Out.WriteLine(remark);
        }

        environment.Out.Flush();
    }
}
