namespace Sendra.Domain.EventSources;

/// <summary>
/// Tells which request headers may hold something that authenticates, or describe the network instead of the delivery. They are
/// neither stored nor readable by a path. Judged by the words of the name, because senders invent their own: <c>X-Gitlab-Token</c>.
/// </summary>
internal static class SecretHeaders
{
    private static readonly string[] Prefixes =
        ["Proxy-", "X-Forwarded-", "X-Original-", "X-Rewrite-", "X-Envoy-", "X-Amzn-Oidc-", "X-MS-Client-Principal"];

    // Referer and Forwarded are here because they can repeat the URL that was called, which is a secret.
    private static readonly HashSet<string> Names =
        new(StringComparer.OrdinalIgnoreCase) { "Forwarded", "Referer", "Via", "Connection" };

    private static readonly string[] Parts =
        ["authoriz", "authentic", "cookie", "token", "secret", "signature", "hmac", "password", "passwd", "credential", "apikey"];

    private static readonly HashSet<string> Words =
        new(StringComparer.OrdinalIgnoreCase) { "auth", "jwt", "bearer", "session", "csrf", "xsrf", "sig", "sign", "cert", "clientcert" };

    // "Key" alone says nothing: Idempotency-Key and Bitbucket's X-Event-Key are no secrets.
    private static readonly HashSet<string> KeyOwners =
        new(StringComparer.OrdinalIgnoreCase) { "api", "access", "private", "auth", "functions", "subscription", "shared", "webhook" };

    internal static bool Contains(string name)
    {
        if (Names.Contains(name)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var words = name.Split('-', '_');
        return words.Any(Words.Contains)
            || words.Zip(words.Skip(1)).Any(pair =>
                KeyOwners.Contains(pair.First) && pair.Second.Equals("key", StringComparison.OrdinalIgnoreCase));
    }
}
