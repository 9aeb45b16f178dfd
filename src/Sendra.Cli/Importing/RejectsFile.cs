using System.Globalization;
using System.Text;
using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>
/// The lines that were refused, as CSV with their numbers and why. Appears with the first one. After a break it is cut to what the state knows,
/// so that no line is in it twice.
/// </summary>
internal sealed class RejectsFile : IDisposable
{
    private const string Header = "line,problem,text\r\n";

    private readonly string _path;
    private FileStream? _file;

    /// <param name="path">Where it is.</param>
    /// <param name="length">How much of it counts: 0 to begin a new one.</param>
    public RejectsFile(string path, long length)
    {
        (_path, Length) = (path, length);
        if (length > 0 && File.Exists(path))
        {
            _file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            Length = Math.Min(length, _file.Length);
            _file.SetLength(Length);
            _file.Seek(0, SeekOrigin.End);
        }
        else
        {
            Length = 0;
            if (File.Exists(path) && File.ReadLines(path).FirstOrDefault() is { } first && first != Header.Trim())
            {
                throw new UsageException($"{path} is there already and isn't a file of refused lines. Choose another with --rejects.");
            }

            File.Delete(path);
        }
    }

    /// <summary>How long it is.</summary>
    public long Length { get; private set; }

    public void Write(IEnumerable<RejectedLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.Number.ToString(CultureInfo.InvariantCulture)).Append(',').Append(Quote(line.Problem)).Append(',').Append(Quote(line.Text)).Append("\r\n");
        }

        if (text.Length == 0)
        {
            return;
        }

        if (_file is null)
        {
            _file = new FileStream(_path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
            text.Insert(0, Header);
        }

        _file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        _file.Flush();
        Length = _file.Length;
    }

    public void Dispose() => _file?.Dispose();

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
