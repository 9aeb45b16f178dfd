using System.Text;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

/// <summary>Reads payloads that a test knows to be good.</summary>
internal static class Payloads
{
    internal const string FormType = "application/x-www-form-urlencoded";

    internal static Payload Json(string json) => Read(Encoding.UTF8.GetBytes(json), "application/json");

    internal static Payload Form(string form) => Read(Encoding.UTF8.GetBytes(form), FormType);

    internal static Payload Read(byte[] body, string? contentType)
    {
        Payload.TryRead(body, contentType, null, out var payload, out var reason).Should().BeTrue(reason?.Message);
        return payload!;
    }

    internal static SkipReason Refusal(byte[] body, string? contentType)
    {
        Payload.TryRead(body, contentType, null, out _, out var reason).Should().BeFalse();
        return reason!;
    }
}
