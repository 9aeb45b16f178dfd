namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>How tests wait for what nodes do by themselves: they look, and a moment later they look again.</summary>
internal static class Looks
{
    // Without a pause a look takes the processor from the nodes that it waits for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    public static Task AgainAsync() => Task.Delay(Pause);
}
