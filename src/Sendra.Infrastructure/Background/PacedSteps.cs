namespace Sendra.Infrastructure.Background;

/// <summary>Does work that nobody waits for in small steps, with a rest after each, so that it hardly slows down what somebody waits for.</summary>
internal sealed class PacedSteps(TimeProvider clock)
{
    /// <summary>How many rows a step takes, about.</summary>
    public const int Size = 100;

    // So a call meets a step only one time in four.
    private const int RestPerStep = 3;

    // A step that took longer than usual mostly waited for others.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    /// <summary>Runs a step again and again.</summary>
    /// <param name="step">False when nothing is left for another one.</param>
    public async Task RunAsync(Func<Task<bool>> step, CancellationToken cancellationToken)
    {
        for (var began = clock.GetTimestamp(); await step(); began = clock.GetTimestamp())
        {
            var rest = RestPerStep * clock.GetElapsedTime(began);
            await Task.Delay(rest < LongestRest ? rest : LongestRest, clock, cancellationToken);
        }
    }
}
