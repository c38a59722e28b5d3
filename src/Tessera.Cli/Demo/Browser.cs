using System.ComponentModel;
using System.Diagnostics;

namespace Tessera.Cli.Demo;

/// <summary>Opens an address in the user's browser, where there is one to open.</summary>
internal static class Browser
{
    /// <summary>Whether a browser was asked to open it; the link is printed either way.</summary>
    public static bool TryOpen(ProgramEnvironment environment, Uri address)
    {
        if (!environment.OutIsTerminal || Opener(environment) is not { } opener)
        {
            return false;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(opener, [address.AbsoluteUri])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string? Opener(ProgramEnvironment environment)
    {
        if (OperatingSystem.IsMacOS())
        {
            return "open";
        }

        var hasDisplay = environment.NonEmpty("DISPLAY") is not null || environment.NonEmpty("WAYLAND_DISPLAY") is not null;
        return OperatingSystem.IsLinux() && hasDisplay ? "xdg-open" : null;
    }
}
