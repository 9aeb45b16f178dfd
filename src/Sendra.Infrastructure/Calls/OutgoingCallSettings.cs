using System.Globalization;
using System.Xml;
using Microsoft.Extensions.Configuration;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Calls;

/// <summary>What an operator decides about outgoing calls.</summary>
/// <param name="Networks">What they may reach: <c>OutgoingCalls__AllowedNetworks</c>.</param>
/// <param name="Timeout">How long a call may take in all: <c>OutgoingCalls__TimeoutSeconds</c>.</param>
/// <param name="Pauses">How long to wait between tries: <c>Retries__FirstPause</c>.</param>
/// <param name="Authorities">Who else vouches for receivers: <c>OutgoingCalls__TrustedCertificates</c>.</param>
internal sealed record OutgoingCallSettings(OutgoingNetworks Networks, TimeSpan Timeout, RetryPauses Pauses, TrustedAuthorities Authorities)
{
    private const string AllowedNetworks = "OutgoingCalls:AllowedNetworks";
    private const string TimeoutSeconds = "OutgoingCalls:TimeoutSeconds";
    private const string TrustedCertificates = "OutgoingCalls:TrustedCertificates";
    private const string FirstPause = "Retries:FirstPause";
    private const int MaxTimeoutSeconds = 30;

    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says what to change.</exception>
    public static OutgoingCallSettings From(IConfiguration configuration) =>
        new(
            NetworksOf(configuration[AllowedNetworks]),
            TimeoutOf(configuration[TimeoutSeconds]),
            PausesOf(configuration[FirstPause]),
            AuthoritiesOf(configuration[TrustedCertificates]));

    private static OutgoingNetworks NetworksOf(string? text)
    {
        try
        {
            return OutgoingNetworks.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"{NameOf(AllowedNetworks)}: {exception.Message}");
        }
    }

    private static TrustedAuthorities AuthoritiesOf(string? path)
    {
        try
        {
            return string.IsNullOrWhiteSpace(path) ? TrustedAuthorities.None : TrustedAuthorities.Load(path);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"{NameOf(TrustedCertificates)}: {exception.Message}");
        }
    }

    private static TimeSpan TimeoutOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? TimeSpan.FromSeconds(10)
        : double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MaxTimeoutSeconds ? TimeSpan.FromSeconds(seconds)
        : throw new InvalidOperationException($"{NameOf(TimeoutSeconds)} is '{text}'; it must be a number of seconds, at most {MaxTimeoutSeconds}.");

    private static RetryPauses PausesOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return RetryPauses.Default;
        }

        return TryDuration(text, out var pause) && pause > TimeSpan.Zero && pause <= RetryPauses.Longest
            ? new RetryPauses(pause)
            : throw new InvalidOperationException(
                $"{NameOf(FirstPause)} is '{text}'; it must be a duration up to 6 hours, like 00:01:00 or PT1M.");
    }

    private static bool TryDuration(string text, out TimeSpan duration)
    {
        try
        {
            duration = text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            duration = default;
            return false;
        }
    }

    private static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
