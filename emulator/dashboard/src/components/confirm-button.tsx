import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';

interface ConfirmButtonProps {
  readonly label: string;
  /** What will be done, for the title: `Delete the snapshot "before"`. */
  readonly question: string;
  /** What comes of it. */
  readonly children: ReactNode;
  readonly onConfirm: () => void;
}

/** A button for what can't be taken back: asks first. */
export function ConfirmButton({ label, question, children, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button small" onClick={() => setAsking(true)}>
        {label}
      </button>
      {isAsking && (
        <Dialog title={question} onClose={() => setAsking(false)}>
          <div className="form">
            <p>{children}</p>
            <div className="buttons">
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  setAsking(false);
                  onConfirm();
                }}
              >
                {label}
              </button>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                Leave it
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
