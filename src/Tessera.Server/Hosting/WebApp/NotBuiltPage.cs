namespace Tessera.Server.Hosting.WebApp;

/// <summary>What the browser shows when the server runs without a built web app.</summary>
internal static class NotBuiltPage
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Tessera: web app not built</title>
          <style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }</style>
        </head>
        <body>
          <h1>The web app has not been built</h1>
          <p>The server is running and its API answers. Stop it and start it with <code>./tessera serve</code> or
          <code>./tessera demo</code>, which build the web app first; <code>./tessera doctor</code> says what is missing for that.</p>
        </body>
        </html>
        """;
}
