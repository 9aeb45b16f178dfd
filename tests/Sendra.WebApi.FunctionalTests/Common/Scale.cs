using System.Globalization;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>How long random tests run: <c>build/reliability.sh</c> asks for the long form.</summary>
internal static class Scale
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SENDRA_RELIABILITY") == "long";

    /// <summary>How many samples; <c>SENDRA_TEST_SAMPLES</c> says another number.</summary>
    public static int Samples(int inShort, int inLong) =>
        int.TryParse(Environment.GetEnvironmentVariable("SENDRA_TEST_SAMPLES"), NumberStyles.None, CultureInfo.InvariantCulture, out var samples)
            ? samples
            : Of(inShort, inLong);

    /// <summary>A number that differs between the forms, and that nobody sets.</summary>
    public static int Of(int inShort, int inLong) => Long ? inLong : inShort;

    /// <summary>The seed of CsCheck to repeat a failure with: the message of the failure names it.</summary>
    public static string? Seed { get; } = Environment.GetEnvironmentVariable("SENDRA_TEST_CSCHECK_SEED");
}
