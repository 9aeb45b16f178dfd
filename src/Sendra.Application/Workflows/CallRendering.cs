using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;

namespace Sendra.Application.Workflows;

/// <summary>Renders the call of a step: pure, so that a try and a test make the same.</summary>
public static class CallRendering
{
    private const string ContentType = "Content-Type";

    /// <param name="step">The step.</param>
    /// <param name="scope">What its texts see.</param>
    /// <param name="call">The call when the answer is true.</param>
    /// <param name="failure">Why there is none when the answer is false.</param>
    public static bool TryRender(
        CallUrlStep step, LiquidScope scope, [NotNullWhen(true)] out OutgoingCall? call, [NotNullWhen(false)] out EffectResult.Failed? failure)
    {
        call = null;
        failure = Render(step.Url.Text, "url", scope, LiquidEscape.Url, out var url);
        if (failure is null && !CallUrl.TryRead(url, out _))
        {
            failure = new EffectResult.Failed(VisitCode.UrlInvalid, "With these values, the URL isn't valid or is too long.");
        }

        var headers = new List<OutgoingHeader>();
        foreach (var header in failure is null ? step.Headers : [])
        {
            failure = Render(header.Value, $"header {header.Name}", scope, LiquidEscape.None, out var value);
            if (failure is null && !CallHeader.IsSendable(value))
            {
                failure = new EffectResult.Failed(
                    VisitCode.HeaderInvalid, $"With these values, the header {header.Name} has a line break or control character, or is too long.");
            }

            if (failure is not null)
            {
                return false;
            }

            headers.Add(new OutgoingHeader(header.Name, value.Trim()));
        }

        string? body = null;
        if (failure is null && step.Body is { } text)
        {
            if (!headers.Exists(header => Is(header, ContentType)))
            {
                headers.Add(new OutgoingHeader(ContentType, CallUrlStep.DefaultContentType));
            }

            var isJson = headers.Exists(header => Is(header, ContentType) && header.Value.Contains("json", StringComparison.OrdinalIgnoreCase));
            failure = Render(text, "body", scope, isJson ? LiquidEscape.Json : LiquidEscape.None, out body);
        }

        call = failure is null ? new OutgoingCall(step.Method, url, headers, body) : null;
        return call is not null;
    }

    private static EffectResult.Failed? Render(LiquidText text, string what, LiquidScope scope, LiquidEscape escape, out string rendered)
    {
        var isMade = text.TryRender(scope, out var made, out var problem, escape);
        rendered = made ?? "";
        return isMade ? null : new EffectResult.Failed(VisitCode.TextFailed, $"We couldn't render the {what}: {problem}");
    }

    private static bool Is(OutgoingHeader header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
