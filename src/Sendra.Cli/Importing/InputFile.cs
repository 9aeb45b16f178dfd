using System.Security.Cryptography;
using System.Text;
using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>A file to import, or standard input.</summary>
/// <param name="Path">Where it is, or <see cref="Dash.Name"/>.</param>
/// <param name="Encoding">How it is written, by its beginning or by what was asked for.</param>
internal sealed record InputFile(string Path, Encoding Encoding)
{
    private const int BlockSize = 256 * 1024;

    /// <summary>How it is called.</summary>
    public string Name => IsStandardInput ? "standard input" : System.IO.Path.GetFileName(Path);

    public bool IsStandardInput => Path == Dash.Name;

    /// <summary>Finds out how a file is written.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="encoding">What was asked for; null to go by its beginning.</param>
    public static InputFile Open(string path, string? encoding)
    {
        if (encoding is not null)
        {
            return new InputFile(path, EncodingOf(encoding));
        }

        if (path == Dash.Name)
        {
            return new InputFile(path, EncodingOf("utf-8"));
        }

        if (!File.Exists(path))
        {
            throw new FailedException(Directory.Exists(path) ? $"{path} is a folder." : $"There is no file {path}.");
        }

        using var file = File.OpenRead(path);
        var begin = new byte[512];
        return new InputFile(path, GuessOf(begin.AsSpan(0, file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false))));
    }

    /// <summary>Reads it once: for its fingerprint and its size, and to be sure that all of it is text, before anything is sent.</summary>
    /// <exception cref="FailedException">It isn't, and where.</exception>
    public FileFacts Measure(CancellationToken cancellationToken)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (decoder, block, text, lines, last) = (Encoding.GetDecoder(), new byte[BlockSize], new char[Encoding.GetMaxCharCount(BlockSize)], 0L, '\n');
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = file.Read(block);
            hash.AppendData(block, 0, read);
            try
            {
                var length = decoder.GetChars(block, 0, read, text, 0, flush: read == 0);
                var part = text.AsSpan(0, length);
                if (part.Contains('\0'))
                {
                    throw NotText(lines + 1 + part[..part.IndexOf('\0')].Count('\n'));
                }

                lines += part.Count('\n');
                last = length > 0 ? part[^1] : last;
            }
            catch (DecoderFallbackException exception)
            {
                throw NotText(lines + 1 + block.AsSpan(0, Math.Clamp(exception.Index, 0, read)).Count((byte)'\n'));
            }

            if (read == 0)
            {
                return new FileFacts(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length, lines + (last == '\n' ? 0 : 1));
            }
        }
    }

    public TextReader Read() => new StreamReader(
        IsStandardInput ? Console.OpenStandardInput() : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan),
        Encoding,
        detectEncodingFromByteOrderMarks: IsStandardInput,
        BlockSize);

    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"There is no encoding “{name}”. Usual ones are utf-8, utf-16 and windows-1252.");
        }
    }

    // Spreadsheets write UTF-16 with a mark at the beginning, and now and then without.
    private static Encoding GuessOf(ReadOnlySpan<byte> begin) => EncodingOf(begin switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0, 0, 0xFE, 0xFF, ..] => "utf-32BE",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        [not 0, 0, not 0, 0, ..] => "utf-16",
        [0, not 0, 0, not 0, ..] => "utf-16BE",
        _ => "utf-8",
    });

    private FailedException NotText(long line) => new(
        $"Line {line:N0} of {Name} isn't text in {Encoding.WebName}. If the file is in another encoding, say which: --encoding windows-1252. Nothing was sent.");
}
