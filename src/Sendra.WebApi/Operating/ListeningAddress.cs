namespace Sendra.WebApi.Operating;

/// <summary>Where Sendra listens when nothing says otherwise.</summary>
internal static class ListeningAddress
{
    public const string Default = "http://localhost:5080";

    // Whatever else says where: ASPNETCORE_URLS, the ports that container images set, or endpoints of Kestrel's own.
    private static readonly string[] Settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (Settings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
