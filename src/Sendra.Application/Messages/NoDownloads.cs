using PreMailer.Net.Downloaders;

namespace Sendra.Application.Messages;

/// <summary>A template's HTML never makes this server fetch anything.</summary>
internal sealed class NoDownloads : IWebDownloader
{
    public string DownloadString(Uri uri) => "";
}
