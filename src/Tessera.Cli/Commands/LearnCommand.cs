using System.CommandLine;
using Tessera.Learning.Selection;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn</c>: models on a plain file, without a server.</summary>
internal static class LearnCommand
{
    public static Command Create(ProgramEnvironment environment) => new("learn", "Fits models to a plain file (CSV or TSV, gzip too); no server is needed.")
    {
        LearnPredictionCommand.Create(environment, PredictionTask.Classification),
        LearnPredictionCommand.Create(environment, PredictionTask.Regression),
        LearnClusterCommand.Create(environment),
        LearnLifetimeCommand.Create(environment),
        LearnRecommendCommand.Create(environment),
        LearnUpliftCommand.Create(environment),
        LearnExperimentCommand.Create(environment),
    };
}
