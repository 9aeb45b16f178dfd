using System.Globalization;
using System.Text;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Calls;

/// <summary>Signs a call by Standard Webhooks.</summary>
internal static class CallSignature
{
    public const string Id = "webhook-id";
    public const string Timestamp = "webhook-timestamp";
    public const string Signature = "webhook-signature";

    /// <summary>The headers that sign a body: a signature by each secret, so that receivers may know either.</summary>
    public static IEnumerable<(string Name, string Value)> HeadersOf(string id, DateTimeOffset now, ReadOnlySpan<byte> body, IReadOnlyList<SigningSecret> secrets)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return
        [
            (Id, id),
            (Timestamp, timestamp),
            (Signature, string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(secret.Sign(signed))}"))),
        ];
    }
}
