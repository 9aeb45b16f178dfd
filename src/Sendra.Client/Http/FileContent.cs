using System.Net;

namespace Sendra.Client.Http;

/// <summary>A file that is read while it is sent: from its beginning at each try if it can go back there.</summary>
/// <param name="file">The file. It belongs to the caller.</param>
internal sealed class FileContent(Stream file) : HttpContent
{
    private readonly long _start = file.CanSeek ? file.Position : 0;
    private bool _isRead;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (file.CanSeek)
        {
            file.Position = _start;
        }
        else if (_isRead)
        {
            throw new InvalidOperationException("The file can't be sent again: its stream can't go back to its beginning.");
        }

        _isRead = true;
        await file.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.CanSeek ? file.Length - _start : 0;
        return file.CanSeek;
    }
}
