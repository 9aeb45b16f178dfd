using System.Diagnostics;

namespace Sendra.ReliabilityTests.Common;

/// <summary>Waits as long as something goes on, however slow the machine is.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a number that only grows is large enough.</summary>
    public static async Task UntilAsync(Func<int> count, int wanted, string what)
    {
        var (known, waited) = (0, Stopwatch.StartNew());
        for (int now; (now = count()) < wanted; await Task.Delay(10))
        {
            if (now > known)
            {
                (known, waited) = (now, Stopwatch.StartNew());
            }

            waited.Elapsed.Should().BeLessThan(Patience, $"{known} of {wanted} {what} have come");
        }
    }
}
