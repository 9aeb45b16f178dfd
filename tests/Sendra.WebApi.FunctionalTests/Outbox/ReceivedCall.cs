using Microsoft.AspNetCore.Http;
using StandardWebhooks;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>A call as its receiver got it.</summary>
internal sealed record ReceivedCall(string Method, string Path, string Protocol, IHeaderDictionary Headers, string Body)
{
    public string Id => Headers["webhook-id"].ToString();

    /// <summary>The signatures that it carries.</summary>
    public string[] Signatures => Headers["webhook-signature"].ToString().Split(' ');

    /// <summary>The signature that it should carry, by the package that receivers use.</summary>
    public string SignatureBy(string secret) =>
        new StandardWebhook(secret).Sign(Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(Headers["webhook-timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture)), Body);
}
