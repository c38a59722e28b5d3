using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>What can be wrong with tracking plans.</summary>
internal static class PlanProblems
{
    public static Problem NotFound() => new(
        StatusCodes.Status404NotFound,
        "tracking-plan-not-found",
        "No tracking plan",
        "This workspace has no tracking plan; PUT /api/tracking-plan gives it one, and GET /api/tracking-plan/draft drafts one from what was received.");

    public static Problem Invalid(IReadOnlyList<PlanError> errors) => new(
        StatusCodes.Status400BadRequest, "tracking-plan-invalid", "Tracking plan not accepted", $"At {errors[0].Path}: {errors[0].Message}")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };
}
