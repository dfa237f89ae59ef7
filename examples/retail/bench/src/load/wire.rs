//! A connection of the load: writes a request, reads an answer, keeps nothing.

use std::io;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Bytes that are read at once at first; it grows with the answers.
const ROOM: usize = 16 << 10;

/// One connection.
#[derive(Debug)]
pub struct Wire {
    stream: TcpStream,
    room: Vec<u8>,
}

impl Wire {
    /// Opens a connection.
    ///
    /// # Errors
    ///
    /// When nobody accepts it.
    pub async fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, room: vec![0; ROOM] })
    }

    /// Sends a request and answers the status of its response, all of which was read.
    ///
    /// # Errors
    ///
    /// When the connection breaks, or the answer is not HTTP with a length.
    pub async fn exchange(&mut self, request: &[u8]) -> io::Result<u16> {
        self.stream.write_all(request).await?;
        let mut filled = 0;
        loop {
            if filled == self.room.len() {
                self.room.resize(filled * 2, 0);
            }
            let read = self.stream.read(&mut self.room[filled..]).await?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            filled += read;
            if let Some(head) = Head::of(&self.room[..filled])? {
                while filled < head.whole {
                    let read = self.stream.read(&mut self.room).await?;
                    if read == 0 {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    filled += read;
                }
                return Ok(head.status);
            }
        }
    }
}

/// What is read of the head of a response.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    /// Bytes of head and body.
    whole: usize,
}

impl Head {
    /// `None` while the end of the head is not there.
    fn of(bytes: &[u8]) -> io::Result<Option<Self>> {
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            return Ok(None);
        };
        let text = str::from_utf8(&bytes[..end]).map_err(|_| malformed())?;
        let mut lines = text.split("\r\n");
        let status = lines.next().and_then(|line| line.get(9..12)?.parse().ok());
        let status = status.ok_or_else(malformed)?;
        let length = lines.find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        let length: usize = match (length, status) {
            (Some(length), _) => length,
            (None, 204 | 304) => 0,
            (None, _) => return Err(malformed()),
        };
        Ok(Some(Self { status, whole: end + 4 + length }))
    }
}

fn malformed() -> io::Error {
    io::Error::other("the answer is not HTTP with a length")
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_head_tells_the_status_and_where_the_answer_ends() {
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";
        let head = Head::of(whole).expect("it is HTTP");
        assert_eq!(head, Some(Head { status: 201, whole: whole.len() }));
        assert_eq!(Head::of(&whole[..30]).expect("it may become HTTP"), None);
        assert!(Head::of(b"HTTP/1.1 200 OK\r\n\r\n").is_err(), "no length");
    }
}
