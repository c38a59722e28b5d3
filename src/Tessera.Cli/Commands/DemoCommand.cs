using System.CommandLine;
using Tessera.Cli.Demo;
using Tessera.Cli.Importing;
using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera demo</c>: everything running on sample data, or on a file of orders.</summary>
internal static class DemoCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var orders = new Option<string?>("--orders") { Description = "A file of orders to show instead of the sample data: CSV, TSV or XLSX, gzip too.", HelpName = "FILE" };
        var data = new Option<string?>("--data") { Description = "The demo's data directory. Default: one below ./demo-data for each demo.", HelpName = "DIR" };
        var noOpen = new Option<bool>("--no-open") { Description = "Do not open the browser." };
        var listen = new ListenOptions();
        var import = new ImportOptions();
        var command = new Command("demo", "Starts everything, filled with sample data or with your orders, and opens it.");
        command.Options.Add(orders);
        command.Options.Add(data);
        command.Options.Add(noOpen);
        listen.AddTo(command, urls: false);
        import.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var file = result.GetValue(orders) is { } path ? environment.Absolute(path) : null;
            var directory = result.GetValue(data) is { } chosen
                ? environment.Absolute(chosen)
                : Path.Combine(environment.DemoDirectory, file is null ? "samples" : WorkspaceName.Stem(file));
            var options = listen.Apply(result, ServerSettings.From(environment) with { DataDirectory = directory });
            var request = new DemoRequest(file, import.Read(result), Open: !result.GetValue(noOpen));
            return RunAsync(environment, options, request, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ProgramEnvironment environment, TesseraServerOptions options, DemoRequest request, CancellationToken cancellationToken)
    {
        var directory = new DataDirectory(options.DataDirectory);
        var marker = new DemoMarker(directory);
        var content = marker.Reconcile(request.Content(environment.Time));
        var hasChanged = await HasChangedAsync(content, cancellationToken);
        if (hasChanged)
        {
            environment.Out.WriteLine($"Changed since it was imported, so it is imported again and what is new in it is added: {content.OrdersFile}");
            content = content with { Filled = false };
        }

        if (content is { Filled: false, OrdersFile: { } orders })
        {
            new ImportJob(ImportKinds.Orders, orders, request.Settings).RequireReadable();
        }

        await using var run = await ServerRun.StartAsync(environment, options, cancellationToken);
        marker.Write(content);
        var link = await run.Server.CreateSignInLinkAsync(cancellationToken);
        Banner.Write(
            environment, run.Server.Address, link, content.Filled ? $"Showing {content.Description}" : $"Filling with {content.Description} …");
        if (request.Open)
        {
            Browser.TryOpen(environment, link);
        }

        if (!content.Filled)
        {
            var token = await File.ReadAllTextAsync(directory.AdminTokenFile, cancellationToken);
            // Taken before the import: a file that is written to meanwhile is a changed one.
            var identity = content.OrdersFile is { } source ? await FileIdentity.OfAsync(source, cancellationToken) : null;
            var filling = new DemoFilling(environment, directory, run.Server.Address, token.Trim());
            await (content.OrdersFile is { } file
                ? filling.FillWithOrdersAsync(file, request.Settings, cancellationToken)
                : filling.FillWithSamplesAsync(content.FirstDay!.Value, cancellationToken));
            marker.Write(content with { Filled = true, Imported = identity });
            environment.Out.WriteLine("Ready.");
        }

        await run.UntilInterruptedAsync(cancellationToken);
        return ExitCodes.Success;
    }

    // A file that is gone by now leaves what it brought.
    private static async Task<bool> HasChangedAsync(DemoContent content, CancellationToken cancellationToken) =>
        content is { Filled: true, OrdersFile: { } file } && File.Exists(file)
        && !(content.Imported is { } imported && await imported.IsStillAsync(file, cancellationToken));
}
