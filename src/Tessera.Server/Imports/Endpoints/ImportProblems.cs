using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Imports.Jobs;

namespace Tessera.Server.Imports.Endpoints;

internal static class ImportProblems
{
    public static Problem NotFound(Guid id) => new(
        StatusCodes.Status404NotFound, "import-not-found", "No such import", $"This workspace has no import {id}; GET /api/imports lists them.");

    public static Problem Refused(ImportException failure) => new(StatusCodes.Status400BadRequest, failure.Code, "Import not accepted", failure.Message);

    public static Problem Malformed(string detail) => new(StatusCodes.Status400BadRequest, "import-malformed", "Import not understood", detail);

    public static Problem NothingRejected(Guid id) => new(
        StatusCodes.Status404NotFound, "nothing-rejected", "No rejected rows", $"No row of import {id} was rejected.");

    public static Problem NothingAsked(ImportState state) => new(
        StatusCodes.Status409Conflict, "nothing-asked", "No answer needed", $"The import asks nothing: it is {state.ToString().ToLowerInvariant()}.");
}
