namespace Sendra.Infrastructure.Background;

/// <summary>Runs small steps of work that nobody waits for, with a rest after each, so that those for whom somebody waits hardly notice.</summary>
internal sealed class PacedSteps(TimeProvider clock)
{
    /// <summary>How many rows a step takes, about.</summary>
    public const int Size = 100;

    // It takes a quarter of the time, so whoever comes mostly meets a rest.
    private const int RestPerStep = 3;

    // What took long waited for others itself.
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
